package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.stream.Stream;

/**
 * A convolution of a {@link Head}, with a bias and without a normalisation.
 *
 * @param weight [256, channels of the input, k, k], where k is 1 or 3
 * @param bias [256]
 */
record PyramidConvolution(Parameter weight, Parameter bias) {

    /** Returns weight and bias. */
    Stream<Parameter> parameters() {
        return Stream.of(weight, bias);
    }

    /** Returns the weight's array on the device of {@code input}. */
    NDArray weight(ParameterStore store, NDArray input, boolean training) {
        return store.getValue(weight, input.getDevice(), training);
    }

    /** Returns the bias's array on the device of {@code input}. */
    NDArray bias(ParameterStore store, NDArray input, boolean training) {
        return store.getValue(bias, input.getDevice(), training);
    }

    /**
     * Computes what it makes of what its taps see, [M, 256]: a convolution whose sums over places were taken before.
     *
     * @param seen [M, k * k * C], taps in row-major order; it stays the caller's
     */
    NDArray ofTaps(ParameterStore store, NDArray seen, boolean training) {
        try (NDArray taps = weight(store, seen, training).transpose(2, 3, 1, 0); // to [k, k, in, out]
                NDArray matrix = taps.reshape(-1, FeaturePyramid.CHANNELS);
                NDArray product = seen.matMul(matrix)) {
            return product.add(bias(store, seen, training));
        }
    }

    /** Convolves a map [N, C, H, W] to [N, 256, H, W]; the map stays the caller's. */
    NDArray apply(ParameterStore store, NDArray map, PrecisionCast casts, boolean training) {
        try (NDArray kernel = casts.narrow(weight(store, map, training), training);
                NDArray offset = casts.narrow(bias(store, map, training), training)) {
            long pad = kernel.getShape().get(2) / 2;
            return map.getNDArrayInternal().convolution(map, kernel, offset, new Shape(1, 1), new Shape(pad, pad), new Shape(1, 1), 1)
                    .singletonOrThrow();
        }
    }
}
