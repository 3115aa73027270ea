package facet.model.net;

import ai.djl.ndarray.NDArray;

/** Scales vectors to length 1: torch.nn.functional.normalize with its eps of 1e-12. */
public final class UnitLength {

    /** The least square of a length that is divided by. */
    public static final float SMALLEST_SQUARE = 1e-24f;

    private UnitLength() { }

    /** Scales vectors [N, D] to length 1; those given are closed. */
    public static NDArray of(NDArray vectors) {
        NDArray least = vectors.getManager().create(SMALLEST_SQUARE); // its manager's: the backward pass reads it
        try (vectors; NDArray squares = vectors.square(); NDArray sum = squares.sum(new int[] {1}, true);
                NDArray safe = sum.maximum(least); NDArray length = safe.sqrt()) {
            return vectors.div(length);
        }
    }
}
