package facet.model;

/** How a map [N, C, H, W] becomes a vector. */
public enum Pooling {
    /** Mean over H and W: [N, C]. */
    AVERAGE,
    /** Maximum over H and W: [N, C]. */
    MAX,
    /** The whole map: [N, C * H * W]. */
    FLATTEN
}
