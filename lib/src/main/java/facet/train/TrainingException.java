package facet.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** Training had to stop; its message says where and what to do. What is kept of the whole epochs is the caller's choice. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String divergence; // null where it stopped for another reason

    private TrainingException(String message, String divergence, Throwable cause) {
        super(message, cause);
        this.divergence = divergence;
    }

    private static TrainingException stopped(String message) {
        return new TrainingException(message, null, null);
    }

    private static TrainingException diverged(String what, int epoch) {
        return new TrainingException(what + ". " + kept(epoch) + "; try a smaller learning rate.", what, null);
    }

    /** @return where the loss became NaN or infinite, in words: a result of these settings, which another try would repeat; or nothing */
    public Optional<String> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** @return whether a failure of PyTorch says, which it does in words, that there is no memory left */
    public static boolean isOutOfMemory(Throwable failure) {
        return failure instanceof EngineException && failure.getMessage() != null && failure.getMessage().matches("(?s).*(allocate memory|out of memory).*");
    }

    /** What a failed step means where there is no memory left; anything else stays what it is. */
    static RuntimeException of(EngineException failure, Shape input) {
        if (!isOutOfMemory(failure)) {
            return failure;
        }
        return new TrainingException("There is too little memory for a step of " + input.get(0) / 3 + " groups"
                + (input.dimension() == 4 ? " at " + input.get(2) + " pixels" : "")
                + ". Take a smaller batch or smaller images, or close other programs; whole epochs are kept.", null, failure);
    }

    /** Stops before an epoch is saved whose last step has spoilt the weights. */
    static void check(History.Row measured) {
        if (Double.isFinite(measured.loss()) || measured.groups() == 0) {
            return;
        }
        String became = "The loss on the set " + measured.set() + " became " + measured.loss();
        throw measured.epoch() == 0
                ? stopped(became + " before the first step: the weights that training starts from give no numbers. Take others.")
                : diverged(became + " after epoch " + measured.epoch(), measured.epoch());
    }

    /** Stops between two steps, where nothing native is at work: on a NaN or infinite loss, or an interrupt. The thread stays interrupted, for those above. */
    static void check(float loss, int epoch, int step) {
        if (!Float.isFinite(loss)) {
            throw diverged("The loss became " + loss + " in epoch " + epoch + ", step " + step, epoch);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw stopped("Stopped in epoch " + epoch + ", step " + step + ". " + kept(epoch) + "; " + again(epoch));
        }
    }

    /** Stops between two passes of measuring, on an interrupt, which stays set; what is being measured is not saved yet. */
    static void check(int epoch, long images, long all) {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped("Stopped while measuring after epoch " + epoch + ", image " + images + " of " + all + ". "
                    + kept(epoch) + "; " + again(epoch));
        }
    }

    private static String kept(int epoch) {
        return epoch > 1 ? "Epoch " + (epoch - 1) + " was the last whole one" : "No epoch is whole yet";
    }

    private static String again(int epoch) {
        return epoch > 1 ? "the same call goes on from what was saved." : "the same call begins " + (epoch == 1 ? "epoch 1 " : "") + "anew.";
    }
}
