package facet.train;

/** A training had to stop; its message says where and what to do. What is kept of the whole epochs is the caller's choice. */
public abstract sealed class TrainingException extends RuntimeException permits Stopped, Diverged, OutOfMemory {

    private static final long serialVersionUID = 1L;

    TrainingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @return what there is of the epochs before one that did not come to its end */
    static String kept(int epoch) {
        return epoch > 1 ? "Epoch " + (epoch - 1) + " was the last whole one" : "No epoch is whole yet";
    }
}
