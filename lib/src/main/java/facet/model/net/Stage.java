package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stage of the backbone, torchvision's layer1 to layer4: blocks one after the other.
 *
 * @param name such as layer1
 * @param blocks which the network owns
 */
record Stage(String name, List<Bottleneck> blocks) {

    /** Computes its map [N, out, H / stride, W / stride] of [N, in, H, W]; the input stays the caller's. */
    NDArray apply(ParameterStore store, NDArray input, boolean training) {
        NDArray x = input;
        for (Bottleneck block : blocks) {
            NDArray before = x;
            x = block.apply(store, before, training);
            if (before != input) {
                before.close();
            }
        }
        return x;
    }

    /** Adds its parameters under torchvision's names. */
    void collect(Map<String, Parameter> into) {
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).collect(name + "." + i, into);
        }
    }

    /** Returns its convolutions with their normalisations. */
    Stream<ConvNorm> layers() {
        return blocks.stream().flatMap(block -> block.layers().stream());
    }

    void freeze() {
        blocks.forEach(block -> block.freezeParameters(true));
    }

    /** Makes the parameters' arrays; returns the shape of its map. */
    Shape[] initialize(NDManager manager, DataType type, Shape[] input) {
        Shape[] shape = input;
        for (Bottleneck block : blocks) {
            block.initialize(manager, type, shape);
            shape = block.getOutputShapes(shape);
        }
        return shape;
    }

    /** Computes the shape of its map. */
    Shape[] outputShapes(Shape[] input) {
        Shape[] shape = input;
        for (Bottleneck block : blocks) {
            shape = block.getOutputShapes(shape);
        }
        return shape;
    }
}
