package facet.kernel;

/**
 * The process that started this kernel: a JupyterLab or the notebook runner. Where it was killed, nobody is left to shut the kernel
 * down, which would go on computing unseen.
 */
final class Parent {
    private static final int MILLISECONDS_BETWEEN_LOOKS = 1000;

    private Parent() {}

    /** Ends this Java within about a second of its parent's end. An orphan is seen by its parent's number, which is another one. */
    static void endWith(long parent) {
        Thread watch = new Thread(() -> {
            try {
                while (number() == parent) Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException end) {
                // Nobody interrupts this thread but a Java that ends.
            }
            System.exit(1);
        }, "parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Returns the parent's number now, 0 for one outside of this container, as bash says it. */
    private static long number() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
