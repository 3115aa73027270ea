package facet.model.net;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import facet.io.FacetException;
import java.util.List;
import java.util.Map;

/**
 * A backbone, torchvision's {@code body}: [N, 3, H, W] to the four maps C2..C5, each with twice the channels and half the side of the one before. What a
 * body does not say otherwise is that of one that is not trained and has no parameters here.
 */
public interface Body extends Block, AutoCloseable {

    /** @return the channels of C2 */
    int channels();

    /** @return what decides its maps beside its parameters, such as v1 */
    String text();

    /** @return the network that a level makes of it with what stands on it, for people: such as ResNet-50 + FPN P2, or + linear without a pyramid */
    String network(Level level);

    /** @return its parameters by torchvision's names, such as layer1.0.conv1.weight */
    default Map<String, Parameter> named() {
        return Map.of();
    }

    /** @return the part that training changes */
    default TrainedPart part() {
        return new TrainedPart(0, Norms.BATCH);
    }

    /** @return its convolutions whose normalisations can be folded */
    default List<ConvNorm> layers() {
        return List.of();
    }

    /** @return itself; throws a FacetException where it is no ResNet-50, which alone can be saved and loaded */
    default ResNet50 resnet() {
        throw new FacetException("This network stands on a backbone that is no ResNet-50. It can be trained and measured, but not saved or loaded.");
    }

    /** Closes what is not an array of its parameters. */
    @Override
    default void close() { }
}
