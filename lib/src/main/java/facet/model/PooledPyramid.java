package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.stream.IntStream;

/**
 * The average over a pyramid's level without the level itself. No nonlinearity stands between the maps C2..C5 and the average: laterals,
 * upsampling, addition, the 3x3 convolution and the mean are all linear. So the sums over places can be taken first: of each map nine
 * weighted ones ({@link PyramidTaps}), to which the 1x1 and 3x3 weights are then applied as matrices. The same function of the same
 * parameters, with the same gradients, at a small part of the work.
 */
final class PooledPyramid {

    private static final int CHANNELS = FeaturePyramid.CHANNELS;

    private final FeaturePyramid pyramid;
    private final Casts casts;
    private final ParameterStore store;
    private final NDList maps;
    private final boolean training;

    private PooledPyramid(FeaturePyramid pyramid, Casts casts, ParameterStore store, NDList maps, boolean training) {
        this.pyramid = pyramid;
        this.casts = casts;
        this.store = store;
        this.maps = maps;
        this.training = training;
    }

    /** The maps C2..C5 to [N, 256]; the maps stay the caller's. */
    static NDArray average(FeaturePyramid pyramid, Casts casts, ParameterStore store, NDList maps, boolean training) {
        return new PooledPyramid(pyramid, casts, store, maps, training).average();
    }

    private NDArray average() {
        int target = pyramid.target();
        Shape finest = maps.get(target).getShape();
        NDArray merged = null; // window sums of the merged map, [N, 9, 256]
        for (int level = 3; level >= target; level--) {
            NDArray term = lateralSums(level);
            if (merged == null) {
                merged = term;
            } else {
                try (NDArray before = merged; term) {
                    merged = before.add(term);
                }
            }
        }
        try (NDArray sums = merged;
                NDArray flat = sums.reshape(finest.get(0), -1);
                NDArray taps = parameter(8 + 2 * target).transpose(2, 3, 1, 0); // to [3, 3, in, out]
                NDArray matrix = taps.reshape(PyramidTaps.TAPS * CHANNELS, CHANNELS);
                NDArray product = flat.matMul(matrix);
                NDArray mean = product.div(finest.get(2) * finest.get(3))) {
            return mean.add(parameter(9 + 2 * target));
        }
    }

    /** The nine window sums of what one map adds to the merged one, [N, 9, 256]. */
    private NDArray lateralSums(int level) {
        NDArray map = maps.get(level);
        long images = map.getShape().get(0);
        long channels = map.getShape().get(1);
        float[] counts = PyramidTaps.counts(sizes(level, 2), sizes(level, 3));
        int places = counts.length / PyramidTaps.TAPS;
        try (NDArray windows = map.getManager().create(counts, new Shape(PyramidTaps.TAPS, places));
                NDArray size = windows.sum(new int[] {1}, true); // how often a bias counts
                NDArray wide = casts.widen(map, training);
                NDArray channelsLast = wide.transpose(0, 2, 3, 1);
                NDArray rows = channelsLast.reshape(images, places, channels);
                NDArray sums = windows.matMul(rows); // [9, H * W] x [N, H * W, C]
                NDArray weight = parameter(2 * level).reshape(CHANNELS, channels);
                NDArray matrix = weight.transpose();
                NDArray weighted = sums.matMul(matrix);
                NDArray bias = parameter(2 * level + 1).reshape(1, CHANNELS);
                NDArray shift = size.matMul(bias)) {
            return weighted.add(shift);
        }
    }

    private NDArray parameter(int at) {
        return pyramid.value(store, at, maps, training);
    }

    private int[] sizes(int level, int axis) {
        return IntStream.iterate(level, i -> i >= pyramid.target(), i -> i - 1).map(i -> (int) maps.get(i).getShape().get(axis)).toArray();
    }
}
