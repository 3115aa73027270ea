package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

/**
 * The means of a pyramid's level over the fields of a grid, without the level itself. As the 3x3 convolution is linear, the means of what its nine taps see are taken
 * first, and the weights are applied to these few. The means are taken along one axis and then along the other, as matrices. The same function of the same parameters,
 * with the same gradients.
 */
final class PooledGrid {

    private static final int TAPS = 3; // along one axis
    private static final int CHANNELS = FeaturePyramid.CHANNELS;

    private PooledGrid() { }

    /**
     * Computes the means [N, 256, rows, columns].
     *
     * @param merged what the 3x3 convolution takes, [N, 256, H, W], float32; it stays the caller's
     * @param side rows and columns at the most
     */
    static NDArray of(FeaturePyramid pyramid, ParameterStore store, NDArray merged, int side, boolean training) {
        PyramidConvolution output = pyramid.output(pyramid.target());
        long n = merged.getShape().get(0);
        try (NDArray down = shares(merged.getManager(), (int) merged.getShape().get(2), pyramid.level(), side);
                NDArray across = shares(merged.getManager(), (int) merged.getShape().get(3), pyramid.level(), side);
                NDArray transposed = across.transpose();
                NDArray columns = merged.matMul(transposed); // [N, 256, H, 3 * columns]
                NDArray windows = down.matMul(columns); // [N, 256, 3 * rows, 3 * columns]
                NDArray split = windows.reshape(n, CHANNELS, TAPS, windows.getShape().get(2) / TAPS, TAPS, windows.getShape().get(3) / TAPS);
                NDArray fields = split.transpose(0, 3, 5, 2, 4, 1); // [N, rows, columns, 3, 3, 256]
                NDArray flat = fields.reshape(-1, TAPS * TAPS * CHANNELS);
                NDArray taps = output.weight(store, merged, training).transpose(2, 3, 1, 0); // to [3, 3, in, out]
                NDArray matrix = taps.reshape(TAPS * TAPS * CHANNELS, CHANNELS);
                NDArray product = flat.matMul(matrix);
                NDArray means = product.add(output.bias(store, merged, training));
                NDArray channelsLast = means.reshape(n, fields.getShape().get(1), fields.getShape().get(2), CHANNELS)) {
            return channelsLast.transpose(0, 3, 1, 2);
        }
    }

    /** [3 * fields, places] of an axis; a copy in native memory, which the backward pass reads later. */
    private static NDArray shares(NDManager manager, int places, Level level, int side) {
        float[] shares = shares(places, (int) level.places(places), level.step(), side);
        try (NDArray buffered = manager.create(shares, new Shape(shares.length / places, places))) {
            return buffered.duplicate();
        }
    }

    /**
     * The share of a field that each place stands for, by tap and field. The fields are those of torch's adaptive_avg_pool2d; a tap sees the outputs of a field shifted
     * by -1, 0 or 1, without those beyond the border, which are zero.
     */
    private static float[] shares(int places, int outputs, int step, int side) {
        int fields = Math.min(side, outputs);
        float[] shares = new float[TAPS * fields * places];
        for (int tap = 0; tap < TAPS; tap++) {
            for (int field = 0; field < fields; field++) {
                int from = field * outputs / fields;
                int to = ((field + 1) * outputs + fields - 1) / fields;
                for (int output = from; output < to; output++) {
                    int place = output * step + tap - 1;
                    if (place >= 0 && place < places) {
                        shares[(tap * fields + field) * places + place] += 1f / (to - from);
                    }
                }
            }
        }
        return shares;
    }
}
