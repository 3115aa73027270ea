package facet.model;

import java.util.Locale;

/** Where a bottleneck of stages 2 to 4 halves its map: the two published forms of ResNet-50. */
public enum Strides {
    /** On the first 1x1 convolution (He et al. 2015, Caffe, Keras): the embedded weights. */
    V1,
    /** On the 3x3 convolution (torchvision, called v1.5). */
    V1_5;

    /** @return the name in a file's metadata: {@code v1} or {@code v1.5} */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /**
     * The strides that a weight file's metadata names.
     *
     * @param architecture such as {@code resnet50 v1 (stride on the first 1x1 convolution)}; null, as in a plain torchvision file,
     *     is v1.5
     */
    public static Strides ofArchitecture(String architecture) {
        return architecture != null && architecture.matches("resnet50 v1(?![.\\d]).*") ? V1 : V1_5;
    }
}
