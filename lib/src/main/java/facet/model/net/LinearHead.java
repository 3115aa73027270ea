package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A linear layer on C5, the same at each of its places: what is trained without a pyramid where the backbone is not. It has as many outputs as a level has
 * channels, 256. Of its average only the mean of C5 matters, which is its one window.
 */
public final class LinearHead extends AbstractBlock implements Head {

    private static final int C5 = 3;

    private final PrecisionCast casts;
    private final int channels;
    private final PyramidConvolution convolution;

    /** Builds the layer on a {@link Body} whose C2 has so many channels. */
    public LinearHead(int finest, PrecisionCast casts) {
        this.casts = casts;
        channels = finest << C5;
        convolution = new PyramidConvolution(
                addParameter(ConvNorm.parameter("weight", Parameter.Type.WEIGHT, new Shape(FeaturePyramid.CHANNELS, channels, 1, 1), true)),
                addParameter(ConvNorm.parameter("bias", Parameter.Type.BIAS, new Shape(FeaturePyramid.CHANNELS), true)));
    }

    @Override
    public Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        convolution.parameters().forEach(parameter -> named.put(parameter.getName(), parameter));
        return named;
    }

    @Override
    public String prefix() {
        return "linear";
    }

    @Override
    public int target() {
        return C5;
    }

    @Override
    public NDArray map(ParameterStore store, NDList seen, boolean training) {
        return convolution.apply(store, seen.singletonOrThrow(), casts, training);
    }

    @Override
    public NDArray fields(ParameterStore store, NDList seen, boolean training) {
        try (NDArray map = map(store, seen, training); NDArray wide = casts.widen(map, training)) {
            return GridFields.means(wide);
        }
    }

    @Override
    public Shape windowShape() {
        return new Shape(1, channels);
    }

    @Override
    public NDArray windows(PrecisionCast narrow, NDList maps, boolean training) {
        try (NDArray wide = narrow.widen(maps.get(C5), training);
                NDArray places = wide.reshape(wide.getShape().get(0), channels, -1);
                NDArray means = places.mean(new int[] {2})) {
            return means.expandDims(1);
        }
    }

    @Override
    public NDArray average(ParameterStore store, NDArray windows, boolean training) {
        try (NDArray means = windows.squeeze(1);
                NDArray rows = convolution.weight(store, windows, training).reshape(FeaturePyramid.CHANNELS, channels);
                NDArray matrix = rows.transpose();
                NDArray product = means.matMul(matrix)) {
            return product.add(convolution.bias(store, windows, training));
        }
    }

    /** Computes the map [N, 256, H, W] at the places of C5 of the maps C2..C5, which stay the caller's. */
    @Override
    protected NDList forwardInternal(ParameterStore store, NDList maps, boolean training, PairList<String, Object> params) {
        return new NDList(map(store, maps.subNDList(C5), training));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] maps) {
        return new Shape[] {new Shape(maps[C5].get(0), FeaturePyramid.CHANNELS, maps[C5].get(2), maps[C5].get(3))};
    }
}
