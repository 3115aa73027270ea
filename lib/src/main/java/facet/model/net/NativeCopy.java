package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Makes matrices in native memory. DJL's array of Java's numbers lives in a buffer of Java's: the backward pass reads it after it was closed, and by then Java may have
 * taken the buffer back.
 */
final class NativeCopy {

    private NativeCopy() { }

    /** Copies numbers, row by row, to a matrix [rows, columns] that has manager, device and type of another array; it is the caller's to close. */
    static NDArray of(NDArray like, float[] numbers, int rows) {
        try (NDArray buffered = like.getManager().create(numbers, new Shape(rows, numbers.length / rows))) {
            return like.getDataType() == DataType.FLOAT32 ? buffered.duplicate() : buffered.toType(like.getDataType(), true); // to its own type, DJL would make no copy
        }
    }
}
