package facet.io;

/** Where long work reports how far it is; a notebook, a terminal and a log file each show it their own way. */
@FunctionalInterface
public interface Progress {

    /**
     * Reports how far a task is. Called often: an implementation shows what it wants of it.
     *
     * @param task what is being done, such as {@code "train level=P2"}; a new name starts a new line
     * @param done units finished so far, from 0
     * @param total units in all; the task is over when done equals total
     * @param detail what stands beside it, such as {@code "epoch 3/10, loss 0.93, 18 images/s"}
     */
    void report(String task, long done, long total, String detail);

    /** @return a progress that shows nothing */
    static Progress silent() {
        return (task, done, total, detail) -> { };
    }
}
