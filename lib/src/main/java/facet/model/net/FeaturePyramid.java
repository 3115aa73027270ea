package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The feature pyramid network (paper section 2.2, torchvision FeaturePyramidNetwork): 1x1 laterals to 256 channels, a
 * top-down path by nearest upsampling and addition, a 3x3 output convolution. It computes one level, and what that needs.
 */
public final class FeaturePyramid extends AbstractBlock {

    /** Channels of every level. */
    public static final int CHANNELS = 256;

    private static final int NEAREST = 0;

    private final PrecisionCast casts;
    private final int target; // 0 is P2, 3 is P5
    private final Parameter[] parameters = new Parameter[16];

    /** Builds the head of a level P2..P5; parameters off its path are kept, saved and never trained. */
    public FeaturePyramid(Level level, PrecisionCast casts) {
        this.casts = casts;
        if (level == Level.NONE) {
            throw new IllegalArgumentException("A feature pyramid has the levels P2 to P5.");
        }
        target = level.ordinal() - Level.P2.ordinal();
        for (int i = 0; i < 4; i++) {
            add(2 * i, "inner_blocks." + i, new Shape(CHANNELS, CHANNELS << i, 1, 1), i >= target);
        }
        for (int i = 0; i < 4; i++) {
            add(8 + 2 * i, "layer_blocks." + i, new Shape(CHANNELS, CHANNELS, 3, 3), i == target);
        }
    }

    private void add(int at, String name, Shape shape, boolean trained) {
        parameters[at] = addParameter(ConvNorm.parameter(name + ".0.weight", Parameter.Type.WEIGHT, shape, trained));
        parameters[at + 1] = addParameter(
                ConvNorm.parameter(name + ".0.bias", Parameter.Type.BIAS, new Shape(CHANNELS), trained));
    }

    /** @return the level it computes: 0 is P2, 3 is P5 */
    public int target() {
        return target;
    }

    /** @return its parameters by torchvision's names, such as inner_blocks.0.0.weight */
    public Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            named.put(parameter.getName(), parameter);
        }
        return named;
    }

    /** The maps C2..C5 to one level [N, 256, H, W]; the maps stay the caller's. */
    @Override
    protected NDList forwardInternal(ParameterStore store, NDList maps, boolean training, PairList<String, Object> params) {
        NDArray merged = convolve(store, maps.get(3), 6, training);
        for (int i = 2; i >= target; i--) {
            Shape size = maps.get(i).getShape();
            try (NDArray coarse = merged;
                    NDArray up = JniUtils.interpolate((PtNDArray) coarse, new long[] {size.get(2), size.get(3)}, NEAREST, false);
                    NDArray lateral = convolve(store, maps.get(i), 2 * i, training)) {
                merged = lateral.add(up);
            }
        }
        try (NDArray top = merged) {
            return new NDList(convolve(store, top, 8 + 2 * target, training));
        }
    }

    private NDArray convolve(ParameterStore store, NDArray x, int at, boolean training) {
        try (NDArray weight = casts.narrow(value(store, at, new NDList(x), training), training);
                NDArray bias = casts.narrow(value(store, at + 1, new NDList(x), training), training)) {
            long pad = weight.getShape().get(2) / 2;
            return x.getNDArrayInternal().convolution(x, weight, bias, new Shape(1, 1), new Shape(pad, pad), new Shape(1, 1), 1)
                    .singletonOrThrow();
        }
    }

    /** The parameter at a place: lateral weights and biases 0 to 7, output ones 8 to 15. */
    NDArray value(ParameterStore store, int at, NDList maps, boolean training) {
        return store.getValue(parameters[at], maps.head().getDevice(), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] maps) {
        Shape map = maps[target];
        return new Shape[] {new Shape(map.get(0), CHANNELS, map.get(2), map.get(3))};
    }
}
