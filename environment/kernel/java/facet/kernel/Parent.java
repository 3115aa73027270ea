package facet.kernel;

import java.util.Optional;

/**
 * The process that started this kernel: a JupyterLab or the notebook runner. Where it was killed, nobody is left to shut the kernel
 * down, which would go on computing unseen.
 */
final class Parent {
    private static final int MILLISECONDS_BETWEEN_LOOKS = 1000;

    private Parent() {}

    /** Watches the parent from now on, in a thread of its own, and ends this Java within about a second of the parent's end. */
    static void endWithIt() {
        Optional<Long> parent = pid();
        Thread watch = new Thread(() -> {
            try {
                while (pid().equals(parent) && !endedBeforeUs()) Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException end) {
                // Nobody interrupts this thread but a Java that ends.
            }
            System.exit(1);
        }, "parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Returns the parent's number now. An orphan has another parent: the system's first process, or the nearest that adopts. */
    private static Optional<Long> pid() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }

    /** Tells whether the process that Jupyter names as the parent is gone: it may have ended before this Java could look. */
    private static boolean endedBeforeUs() {
        String named = System.getenv("JPY_PARENT_PID");
        return named != null && ProcessHandle.of(Long.parseLong(named)).isEmpty();
    }
}
