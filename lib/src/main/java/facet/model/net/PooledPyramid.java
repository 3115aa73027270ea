package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The average over a pyramid's level without the level itself. No nonlinearity stands between the maps C2..C5 and the average: laterals,
 * upsampling, addition, the 3x3 convolution and the mean are all linear. So the sums over places can be taken first: of each map nine
 * weighted ones ({@link PyramidTaps}), the pooled windows. Then the 1x1 and 3x3 weights are applied to them as matrices. The same function of
 * the same parameters, with the same gradients, at a small part of the work; and where the backbone is frozen, an image's windows never change.
 */
public final class PooledPyramid {

    private static final int TAPS = PyramidTaps.TAPS;
    private static final int CHANNELS = FeaturePyramid.CHANNELS;

    private PooledPyramid() { }

    /** Counts the channels of a pyramid's windows: those of its maps, and one for how much of the level a window sees. */
    public static int channels(FeaturePyramid pyramid) {
        return channels(pyramid, 4) + 1;
    }

    /** Counts the channels of the windows of a pyramid's maps below a level, 0 is C2. */
    public static int channels(FeaturePyramid pyramid, int end) {
        return IntStream.range(pyramid.target(), end).map(pyramid::channels).sum();
    }

    /** Computes the windows [N, 9, channels] of the maps C2..C5, as shares of the level's places; the maps stay the caller's. */
    public static NDArray windows(FeaturePyramid pyramid, PrecisionCast casts, NDList maps, boolean training) {
        Shape[] sizes = maps.stream().map(NDArray::getShape).toArray(Shape[]::new);
        try (NDArray upper = windows(pyramid, casts, sizes, maps, 0, training)) {
            return whole(pyramid, sizes, new NDList(upper));
        }
    }

    /**
     * Computes the windows of some of the maps, [N, 9, channels of those that the level sees].
     *
     * @param sizes the shapes of C2..C5
     * @param maps some that follow each other; they stay the caller's
     * @param first the level of the first of them, 0 is C2
     */
    public static NDArray windows(FeaturePyramid pyramid, PrecisionCast casts, Shape[] sizes, NDList maps, int first, boolean training) {
        try (NDList parts = new NDList()) {
            for (int level = Math.max(first, pyramid.target()); level < first + maps.size(); level++) {
                try (NDArray wide = casts.widen(maps.get(level - first), training);
                        NDArray shares = shares(pyramid, level, sizes, wide);
                        NDArray channelsLast = wide.transpose(0, 2, 3, 1);
                        NDArray rows = channelsLast.reshape(wide.getShape().get(0), -1, wide.getShape().get(1))) {
                    parts.add(shares.matMul(rows)); // [9, H * W] x [N, H * W, C]
                }
            }
            return parts.size() == 1 ? parts.remove(0) : NDArrays.concat(parts, 2); // of one, DJL would make a copy without gradients
        }
    }

    /** Joins the windows of all maps that the level sees, from the windows of parts of them in order; these stay the caller's. */
    public static NDArray whole(FeaturePyramid pyramid, Shape[] sizes, NDList parts) {
        NDArray any = parts.head();
        try (NDArray shares = shares(pyramid, pyramid.target(), sizes, any);
                NDArray sums = shares.sum(new int[] {1});
                NDArray seen = sums.reshape(1, TAPS, 1);
                NDArray all = seen.broadcast(any.getShape().get(0), TAPS, 1)) {
            NDList joined = new NDList(parts);
            joined.add(all);
            return NDArrays.concat(joined, 2);
        }
    }

    /** Computes the share of the target's places that each place of a map stands for in each window, [9, H * W], in the type of another array. */
    private static NDArray shares(FeaturePyramid pyramid, int level, Shape[] maps, NDArray like) {
        int target = pyramid.target();
        float[] shares = PyramidTaps.counts(sizes(target, level, maps, 2), sizes(target, level, maps, 3), pyramid.level().step());
        long places = pyramid.level().places(maps[target].get(2)) * pyramid.level().places(maps[target].get(3));
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= places;
        }
        return NativeCopy.of(like, shares, TAPS);
    }

    private static int[] sizes(int target, int level, Shape[] maps, int axis) {
        return IntStream.iterate(level, i -> i >= target, i -> i - 1).map(i -> (int) maps[i].get(axis)).toArray();
    }

    /** Computes embeddings [N, 256] from windows [N, 9, channels]. */
    public static NDArray average(FeaturePyramid pyramid, ParameterStore store, NDArray windows, boolean training) {
        try (NDArray laterals = laterals(pyramid, store, windows, training);
                NDArray merged = windows.matMul(laterals); // the merged map's window means, [N, 9, 256]
                NDArray flat = merged.reshape(windows.getShape().get(0), -1)) {
            return pyramid.output(pyramid.target()).ofTaps(store, flat, training);
        }
    }

    /** All laterals in one matrix, [channels, 256]: its last row is the sum of their biases, since every one is added everywhere. */
    private static NDArray laterals(FeaturePyramid pyramid, ParameterStore store, NDArray windows, boolean training) {
        List<NDArray> bias = new ArrayList<>();
        try (NDList parts = new NDList()) {
            for (int level = pyramid.target(); level < 4; level++) {
                parts.add(pyramid.lateral(level).weight(store, windows, training).reshape(CHANNELS, pyramid.channels(level)));
                bias.add(pyramid.lateral(level).bias(store, windows, training));
            }
            try (NDArray stacked = NDArrays.stack(new NDList(bias)); NDArray sum = stacked.sum(new int[] {0})) {
                parts.add(sum.reshape(CHANNELS, 1));
            }
            try (NDArray matrix = NDArrays.concat(parts, 1)) {
                return matrix.transpose();
            }
        }
    }
}
