package facet.io;

import java.io.IOException;

/** Puts an interrupt off: a channel closes itself where its thread is interrupted, which is how training is stopped. */
final class Interrupts {

    private Interrupts() { }

    /** What is done meanwhile; short, since it can't be stopped. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** Does a step of a channel and sets the thread's interrupt flag afterwards, where it was set before. */
    static <T> T deferred(Step<T> step) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return step.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
