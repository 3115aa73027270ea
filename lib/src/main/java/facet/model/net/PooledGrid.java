package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;

/**
 * Computes the means of a pyramid's level over the fields of a grid, without the level itself. The 3x3 convolution is linear, so the means of what its nine taps see are taken
 * first, along one side and then along the other, and its weights are applied to these few. This is the same function of the same parameters, with the same gradients.
 */
final class PooledGrid {

    private static final int TAPS = 3; // along one side
    private static final int CHANNELS = FeaturePyramid.CHANNELS;

    private PooledGrid() { }

    /**
     * Computes the means [N, 256, rows, columns].
     *
     * @param merged what the 3x3 convolution takes, [N, 256, H, W], float32 or float64; it stays the caller's
     */
    static NDArray of(FeaturePyramid pyramid, ParameterStore store, NDArray merged, boolean training) {
        long n = merged.getShape().get(0);
        try (NDArray down = shares(merged, 2, pyramid.level());
                NDArray across = shares(merged, 3, pyramid.level());
                NDArray transposed = across.transpose();
                NDArray columns = merged.matMul(transposed); // [N, 256, H, 3 * columns]
                NDArray windows = down.matMul(columns); // [N, 256, 3 * rows, 3 * columns]
                NDArray split = windows.reshape(n, CHANNELS, TAPS, windows.getShape().get(2) / TAPS, TAPS, windows.getShape().get(3) / TAPS);
                NDArray fields = split.transpose(0, 3, 5, 2, 4, 1); // [N, rows, columns, 3, 3, 256]
                NDArray flat = fields.reshape(-1, TAPS * TAPS * CHANNELS);
                NDArray means = pyramid.output(pyramid.target()).ofTaps(store, flat, training);
                NDArray channelsLast = means.reshape(n, fields.getShape().get(1), fields.getShape().get(2), CHANNELS)) {
            return channelsLast.transpose(0, 3, 1, 2);
        }
    }

    /** Makes the shares of one side of a map, [3 * fields, places]. */
    private static NDArray shares(NDArray map, int side, Level level) {
        int places = (int) map.getShape().get(side);
        float[] shares = shares(places, GridFields.of(level.places(places)), level.step());
        return NativeCopy.of(map, shares, shares.length / places);
    }

    /**
     * Computes the share of a field that each place stands for, by tap and field. A tap sees the outputs of a field shifted by -1, 0 or 1, without those beyond the border, which
     * are zero.
     */
    private static float[] shares(int places, GridFields fields, int step) {
        float[] shares = new float[TAPS * fields.count() * places];
        for (int tap = 0; tap < TAPS; tap++) {
            for (int field = 0; field < fields.count(); field++) {
                for (int output = fields.from(field); output < fields.to(field); output++) {
                    int place = output * step + tap - 1;
                    if (place >= 0 && place < places) {
                        shares[(tap * fields.count() + field) * places + place] += 1f / (fields.to(field) - fields.from(field));
                    }
                }
            }
        }
        return shares;
    }
}
