package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** 1x1, 3x3 and 1x1 convolutions beside a shortcut (paper section 2.1, torchvision Bottleneck). */
final class Bottleneck extends AbstractBlock {

    private static final int EXPANSION = 4;

    private final ConvNorm reduce;
    private final ConvNorm spatial;
    private final ConvNorm expand;
    private final ConvNorm downsample; // null where the shortcut is the input itself

    Bottleneck(int in, int width, int stride, Strides strides, Norms norms, PrecisionCast casts) {
        int out = width * EXPANSION;
        reduce = addChildBlock("conv1", new ConvNorm(in, width, 1, strides == Strides.V1 ? stride : 1, norms, casts));
        spatial = addChildBlock("conv2", new ConvNorm(width, width, 3, strides == Strides.V1 ? 1 : stride, norms, casts));
        expand = addChildBlock("conv3", new ConvNorm(width, out, 1, 1, norms, casts));
        downsample = stride == 1 && in == out ? null : addChildBlock("downsample", new ConvNorm(in, out, 1, stride, norms, casts));
    }

    void collect(String prefix, Map<String, Parameter> into) {
        reduce.collect(prefix + ".conv1", prefix + ".bn1", into);
        spatial.collect(prefix + ".conv2", prefix + ".bn2", into);
        expand.collect(prefix + ".conv3", prefix + ".bn3", into);
        if (downsample != null) {
            downsample.collect(prefix + ".downsample.0", prefix + ".downsample.1", into);
        }
    }

    /** Returns its three or four convolutions. */
    List<ConvNorm> layers() {
        return Stream.of(reduce, spatial, expand, downsample).filter(Objects::nonNull).toList();
    }

    /** Computes [N, 4 * width, H / stride, W / stride] of [N, in, H, W]; the input stays the caller's. */
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        try (NDArray a = reduce.applyRelu(store, x, training);
                NDArray b = spatial.applyRelu(store, a, training);
                NDArray residual = expand.apply(store, b, training)) {
            if (downsample == null) {
                return sumRelu(residual, x);
            }
            try (NDArray shortcut = downsample.apply(store, x, training)) {
                return sumRelu(residual, shortcut);
            }
        }
    }

    private static NDArray sumRelu(NDArray residual, NDArray shortcut) {
        try (NDArray sum = residual.add(shortcut)) {
            return Activation.relu(sum);
        }
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return new NDList(apply(store, inputs.singletonOrThrow(), training));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        Shape[] a = inputShapes;
        for (ConvNorm block : new ConvNorm[] {reduce, spatial, expand}) {
            block.initialize(manager, type, a);
            a = block.getOutputShapes(a);
        }
        if (downsample != null) {
            downsample.initialize(manager, type, inputShapes);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return expand.getOutputShapes(spatial.getOutputShapes(reduce.getOutputShapes(inputShapes)));
    }
}
