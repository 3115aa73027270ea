package facet.kernel;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that run cells. An interrupt ends a cell, but not a loop in it that never looks for interrupts: Java has no safe way to
 * end a thread from outside. Then the user is to know that the loop still takes a processor.
 */
final class CellThreads {
    static final String SENTENCE = "Interrupted code is still running: Java cannot stop a loop from outside. "
            + "A training ends after its current step. For anything else, restart the kernel.\n";
    private static final int LOOKS = 10;

    private CellThreads() {}

    /** Tells whether a cell's code still runs after it was given half a second to end. */
    static boolean stillRun() {
        for (int look = 0; look < LOOKS; look++) {
            if (!run()) return false;
            LockSupport.parkNanos(50_000_000);
        }
        return run();
    }

    private static boolean run() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("jjava-exec-")) // JJava's, which run nothing else
                .anyMatch(thread -> Arrays.stream(thread.getValue()).anyMatch(call -> call.getClassName().startsWith("REPL.$JShell$")));
    }
}
