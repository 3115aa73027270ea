package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The feature pyramid network (paper section 2.2, torchvision FeaturePyramidNetwork): 1x1 laterals to 256 channels, a
 * top-down path by nearest upsampling and addition, a 3x3 output convolution. It computes one level, and what that needs.
 */
public final class FeaturePyramid extends AbstractBlock implements Head {

    /** Channels of every level. */
    public static final int CHANNELS = 256;

    private static final int LEVELS = 4;
    private static final int NEAREST = 0;

    private final PrecisionCast casts;
    private final Level level;
    private final int target; // 0 is P2, 3 is P5 and POOL
    private final int finest; // the channels of C2
    private final List<PyramidConvolution> laterals = new ArrayList<>();
    private final List<PyramidConvolution> outputs = new ArrayList<>();

    /** Builds the head of a level P2..P5 or POOL on a ResNet-50; parameters off its path are kept, saved and never trained. */
    public FeaturePyramid(Level level, PrecisionCast casts) {
        this(level, ResNet50.CHANNELS, casts);
    }

    /** Builds the same on a {@link Body} whose C2 has so many channels. */
    public FeaturePyramid(Level level, int finest, PrecisionCast casts) {
        this.casts = casts;
        this.finest = finest;
        this.level = level;
        if (level == Level.NONE) {
            throw new IllegalArgumentException("A feature pyramid has the levels P2 to P5 and POOL.");
        }
        target = level.map();
        for (int i = 0; i < LEVELS; i++) {
            laterals.add(convolution("inner_blocks." + i, new Shape(CHANNELS, channels(i), 1, 1), i >= target));
        }
        for (int i = 0; i < LEVELS; i++) {
            outputs.add(convolution("layer_blocks." + i, new Shape(CHANNELS, CHANNELS, 3, 3), i == target));
        }
    }

    private PyramidConvolution convolution(String name, Shape shape, boolean trained) {
        return new PyramidConvolution(addParameter(ConvNorm.parameter(name + ".0.weight", Parameter.Type.WEIGHT, shape, trained)),
                addParameter(ConvNorm.parameter(name + ".0.bias", Parameter.Type.BIAS, new Shape(CHANNELS), trained)));
    }

    /** Computes how many channels a map has, from C2 at 0 to C5 at 3. */
    int channels(int map) {
        return finest << map;
    }

    @Override
    public int target() {
        return target;
    }

    /** Returns the level that it computes. */
    Level level() {
        return level;
    }

    /** Returns the 1x1 convolution of a map to 256 channels, from C2 at 0 to C5 at 3; torchvision's {@code inner_blocks.i.0}. */
    PyramidConvolution lateral(int i) {
        return laterals.get(i);
    }

    /** Returns the 3x3 convolution from a merged map to its level, from P2 at 0 to P5 at 3; torchvision's {@code layer_blocks.i.0}. */
    PyramidConvolution output(int i) {
        return outputs.get(i);
    }

    @Override
    public String prefix() {
        return "fpn";
    }

    @Override
    public Shape windowShape() {
        return new Shape(PyramidTaps.TAPS, PooledPyramid.channels(this));
    }

    @Override
    public NDArray windows(PrecisionCast narrow, NDList maps, boolean training) {
        return PooledPyramid.windows(this, narrow, maps, training);
    }

    @Override
    public NDArray average(ParameterStore store, NDArray windows, boolean training) {
        return PooledPyramid.average(this, store, windows, training);
    }

    /** @return its parameters by torchvision's names, such as inner_blocks.0.0.weight; all laterals, then all outputs */
    @Override
    public Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        Stream.concat(laterals.stream(), outputs.stream()).flatMap(PyramidConvolution::parameters)
                .forEach(parameter -> named.put(parameter.getName(), parameter));
        return named;
    }

    /** Computes one level [N, 256, H, W] of the maps C2..C5, which stay the caller's. */
    @Override
    protected NDList forwardInternal(ParameterStore store, NDList maps, boolean training, PairList<String, Object> params) {
        return new NDList(map(store, maps.subNDList(target), training));
    }

    @Override
    public NDArray map(ParameterStore store, NDList seen, boolean training) {
        try (NDArray merged = merged(store, seen, training)) {
            return spaced(output(target).apply(store, merged, casts, training));
        }
    }

    @Override
    public NDArray fields(ParameterStore store, NDList seen, boolean training) {
        try (NDArray merged = merged(store, seen, training); NDArray wide = casts.widen(merged, training)) {
            return PooledGrid.of(this, store, wide, training);
        }
    }

    /** Computes what the 3x3 convolution of the level takes: the lateral of its map, to which the coarser ones are added. */
    private NDArray merged(ParameterStore store, NDList seen, boolean training) {
        NDArray merged = lateral(LEVELS - 1).apply(store, seen.get(LEVELS - 1 - target), casts, training);
        for (int i = LEVELS - 2; i >= target; i--) {
            Shape size = seen.get(i - target).getShape();
            try (NDArray coarse = merged;
                    NDArray up = JniUtils.interpolate((PtNDArray) coarse, new long[] {size.get(2), size.get(3)}, NEAREST, false);
                    NDArray lateral = lateral(i).apply(store, seen.get(i - target), casts, training)) {
                merged = lateral.add(up);
            }
        }
        return merged;
    }

    /** The places that count; all of them are returned as they are, else the map is closed. */
    private NDArray spaced(NDArray map) {
        if (level.step() == 1) {
            return map;
        }
        try (map) {
            return Pool.maxPool2d(map, new Shape(1, 1), new Shape(level.step(), level.step()), new Shape(0, 0), false);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] maps) {
        Shape map = maps[target];
        return new Shape[] {new Shape(map.get(0), CHANNELS, level.places(map.get(2)), level.places(map.get(3)))};
    }
}
