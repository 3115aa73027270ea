package facet.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;

/** A training step found too little memory. */
public final class OutOfMemory extends TrainingException {

    private static final long serialVersionUID = 1L;

    private OutOfMemory(EngineException failure, Shape input) {
        super("There is too little memory for a step of " + input.get(0) / 3 + " triplets" + (input.dimension() == 4 ? " at " + input.get(2) + " pixels" : "")
                + ". Take a smaller batch or smaller images, or close other programs; whole epochs are kept.", failure);
    }

    /** @return what a step's failure means where there is no memory left; anything else stays what it is */
    static RuntimeException explain(EngineException failure, Shape input) {
        return isReason(failure) ? new OutOfMemory(failure, input) : failure;
    }

    /** @return whether a failure is PyTorch's that there is no memory left, which only its words say */
    public static boolean isReason(Throwable failure) {
        return failure instanceof EngineException && failure.getMessage() != null && failure.getMessage().matches("(?s).*(allocate memory|out of memory).*");
    }
}
