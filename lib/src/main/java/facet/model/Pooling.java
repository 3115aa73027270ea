package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import facet.model.net.GridFields;

/** How a map [N, C, H, W] becomes a vector. */
public enum Pooling {
    /** Mean over H and W: [N, C]. */
    AVERAGE,
    /** Maximum over H and W: [N, C]. */
    MAX,
    /** The whole map: [N, C * H * W]. */
    FLATTEN,
    /**
     * Means over the fields of a grid of 7 x 7, flattened: [N, C * 7 * 7] ({@link GridFields}). So an embedding depends on where something is seen.
     */
    GRID,
    /** max(x, 0), then the mean over H and W: [N, C]. So a place can't cancel what another one shows; of C5, which has no negative numbers, it is the average. */
    RELU;

    public NDArray apply(NDArray map) {
        return switch (this) {
            case AVERAGE -> Pool.globalAvgPool2d(map);
            case MAX -> Pool.globalMaxPool2d(map);
            case FLATTEN -> flat(map);
            case GRID -> grid(map);
            case RELU -> positive(map);
        };
    }

    /** Makes a vector of each map, [N, C * H * W]; the map stays the caller's. */
    static NDArray flat(NDArray map) {
        return map.reshape(map.getShape().get(0), -1);
    }

    private static NDArray grid(NDArray map) {
        try (NDArray fields = GridFields.means(map)) {
            return flat(fields);
        }
    }

    private static NDArray positive(NDArray map) {
        try (NDArray positive = Activation.relu(map)) {
            return Pool.globalAvgPool2d(positive);
        }
    }

    Shape outputShape(Shape map) {
        long places = switch (this) {
            case AVERAGE, MAX, RELU -> 1;
            case FLATTEN -> map.get(2) * map.get(3);
            case GRID -> GridFields.of(map.get(2)).count() * GridFields.of(map.get(3)).count();
        };
        return new Shape(map.get(0), map.get(1) * places);
    }
}
