package facet.train;

/** Training had to stop; its message says where and what to do. Everything up to the last whole epoch is kept. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }

    /** Stops between two steps, where nothing native is at work: on a loss that is no number, or an interrupt. */
    static void check(float loss, int epoch, int step) {
        if (!Float.isFinite(loss)) {
            throw new TrainingException("The loss became " + loss + " in epoch " + epoch + ", step " + step
                    + ". The checkpoint of the last whole epoch is kept; try a smaller learning rate.");
        }
        if (Thread.interrupted()) {
            throw new TrainingException("Stopped in epoch " + epoch + ", step " + step
                    + ". The checkpoint of the last whole epoch is kept; the same call goes on from there.");
        }
    }
}
