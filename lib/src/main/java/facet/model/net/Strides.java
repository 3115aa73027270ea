package facet.model.net;

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
     * Finds the strides that a weight file's metadata names.
     *
     * @param architecture such as {@code resnet50 v1 (stride on the first 1x1 convolution)}; {@code resnet50} alone is torchvision's, v1.5
     * @throws IllegalArgumentException where it is another network
     */
    public static Strides ofArchitecture(String architecture) {
        if (architecture.matches("resnet50 v1(?![.\\d]).*")) {
            return V1;
        }
        if (architecture.matches("resnet50( v1[.]5(?!\\d).*)?")) {
            return V1_5;
        }
        throw new IllegalArgumentException(architecture);
    }
}
