package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** How a map [N, C, H, W] becomes a vector. */
public enum Pooling {
    /** Mean over H and W: [N, C]. */
    AVERAGE,
    /** Maximum over H and W: [N, C]. */
    MAX,
    /** The whole map: [N, C * H * W]. */
    FLATTEN;

    public NDArray apply(NDArray map) {
        return switch (this) {
            case AVERAGE -> Pool.globalAvgPool2d(map);
            case MAX -> Pool.globalMaxPool2d(map);
            case FLATTEN -> map.reshape(map.getShape().get(0), -1);
        };
    }

    Shape outputShape(Shape map) {
        return new Shape(map.get(0), this == FLATTEN ? map.size() / map.get(0) : map.get(1));
    }
}
