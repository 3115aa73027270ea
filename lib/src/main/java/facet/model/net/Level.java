package facet.model.net;

/** Which map of the network becomes the embedding; the paper's "last layer of FPN" fits P2 and P5. */
public enum Level {
    /** C5 of the backbone, no feature pyramid: ResNet-50's 2048 channels; on a backbone that is given, 256 of a linear layer. */
    NONE,
    /** The finest pyramid map, stride 4, computed last. */
    P2,
    /** Stride 8. */
    P3,
    /** Stride 16. */
    P4,
    /** The coarsest, stride 32: last in torchvision's ordered dict, and without any top-down fusion. */
    P5;

    /** @return how many pixels of the image lie between two of its places */
    public int stride() {
        return this == NONE ? 32 : 2 << ordinal();
    }

    /** @return the network that embeds by this map, for people: such as ResNet-50 + FPN P2 */
    public String network() {
        return this == NONE ? "ResNet-50" : "ResNet-50 + FPN " + this;
    }

    /** @return the same on a backbone that is not trained, where without a pyramid a linear layer stands on it: such as SFace + linear */
    public String network(String backbone) {
        return backbone + (this == NONE ? " + linear" : " + FPN " + this);
    }
}
