package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The fields of a grid along one side of a map: seven, those of torch's adaptive_avg_pool2d, which overlap where 7 does not divide the places. A side of fewer than 7 places is taken
 * as it is.
 *
 * @param places of the map
 * @param count of the fields
 */
public record GridFields(int places, int count) {

    private static final int SIDE = 7;

    /** Divides a side of so many places. */
    public static GridFields of(long places) {
        return new GridFields((int) places, (int) Math.min(SIDE, places));
    }

    /** Computes the means of a map [N, C, H, W] over the fields of both sides, [N, C, rows, columns]; the map stays the caller's. */
    public static NDArray means(NDArray map) {
        Shape shape = map.getShape();
        return JniUtils.adaptiveAvgPool((PtNDArray) map, new Shape(of(shape.get(2)).count, of(shape.get(3)).count));
    }

    /** Computes the first place of a field. */
    int from(int field) {
        return field * places / count;
    }

    /** Computes the place behind the last one of a field. */
    int to(int field) {
        return ((field + 1) * places + count - 1) / count;
    }
}
