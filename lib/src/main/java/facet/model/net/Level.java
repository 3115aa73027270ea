package facet.model.net;

/** Which map of the network becomes the embedding; the paper's "last layer of FPN" fits P2 and P5. */
public enum Level {
    /** C5 of the backbone, no feature pyramid: ResNet-50's 2048 channels; on a backbone that is not trained, 256 of a linear layer. */
    NONE,
    /** The finest pyramid map, stride 4, computed last. */
    P2,
    /** Stride 8. */
    P3,
    /** Stride 16. */
    P4,
    /** The coarsest that a convolution makes, stride 32, and without any top-down fusion: last in the ordered dict of torchvision's FeaturePyramidNetwork. */
    P5,
    /**
     * Every second place of P5, stride 64: torchvision's LastLevelMaxPool, a maximum over one place. It is the output {@code pool}, the last one of
     * {@code resnet_fpn_backbone}, and trains the parameters of P5.
     */
    POOL;

    /** The name of the backbone that is torchvision's. */
    public static final String RESNET = "ResNet-50";

    private static final int C5 = 3;

    /** @return how many pixels of the image lie between two of its places */
    public int stride() {
        return this == NONE ? 32 : 2 << ordinal();
    }

    /** @return the finest of the backbone's maps that it sees: 0 is C2, 3 is C5. Two levels of one map have the same parameters */
    public int map() {
        return this == NONE ? C5 : Math.min(ordinal() - P2.ordinal(), C5);
    }

    /** @return how far apart the places are that it takes of what the pyramid computes there, in height and in width: 2 for POOL, else 1 */
    public int step() {
        return this == POOL ? 2 : 1;
    }

    /** Counts its places along one side where the map that it is computed at has so many. */
    long places(long side) {
        return (side + step() - 1) / step();
    }

    /** @return the network that embeds by this map, for people: such as ResNet-50 + FPN P2; without a pyramid nothing stands on the backbone */
    public String network() {
        return this == NONE ? RESNET + " (no FPN)" : network(RESNET);
    }

    /** @return the same on a backbone that is not trained, where without a pyramid a linear layer stands on it: such as SFace + linear */
    public String network(String backbone) {
        return backbone + (this == NONE ? " + linear" : " + FPN " + this);
    }
}
