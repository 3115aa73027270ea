package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import java.util.Map;

/** A convolution without bias and its batch normalisation: torchvision's pairs conv1 + bn1 and downsample.0 + .1. */
final class ConvNorm extends AbstractBlock {

    private static final float EPSILON = 1e-5f;
    private static final float KEEP = 0.9f; // of the running statistics; PyTorch calls 1 - 0.9 the momentum

    private final PrecisionCast casts;
    private final Norms norms;
    private final Shape stride;
    private final Shape padding;
    private final Shape outputs;
    private final Parameter weight;
    private final Parameter scale;
    private final Parameter shift;
    private final Parameter mean;
    private final Parameter variance;
    private NDArray foldedKernel; // null unless folded
    private NDArray foldedBias;

    ConvNorm(int in, int out, int kernel, int stride, Norms norms, PrecisionCast casts) {
        this.casts = casts;
        this.norms = norms;
        this.stride = new Shape(stride, stride);
        padding = new Shape(kernel / 2, kernel / 2);
        outputs = new Shape(out);
        weight = addParameter(parameter("weight", Parameter.Type.WEIGHT, new Shape(out, in, kernel, kernel), true));
        scale = addParameter(parameter("gamma", Parameter.Type.GAMMA, outputs, norms == Norms.BATCH));
        shift = addParameter(parameter("beta", Parameter.Type.BETA, outputs, norms == Norms.BATCH));
        mean = addParameter(parameter("mean", Parameter.Type.RUNNING_MEAN, outputs, false));
        variance = addParameter(parameter("variance", Parameter.Type.RUNNING_VAR, outputs, false));
    }

    /** Makes a parameter that starts at zero: Weights fill every one of them. */
    static Parameter parameter(String name, Parameter.Type type, Shape shape, boolean trained) {
        return Parameter.builder().setName(name).setType(type).optShape(shape)
                .optInitializer(Initializer.ZEROS).optRequiresGrad(trained).build();
    }

    /** Adds its parameters under torchvision's names, such as layer1.0.conv1.weight. */
    void collect(String conv, String norm, Map<String, Parameter> into) {
        into.put(conv + ".weight", weight);
        into.put(norm + ".weight", scale);
        into.put(norm + ".bias", shift);
        into.put(norm + ".running_mean", mean);
        into.put(norm + ".running_var", variance);
    }

    /** Puts the normalisation of evaluation mode into a kernel and a bias of its own; see {@link FoldedNorms}. */
    void fold() {
        try (NDArray raised = variance.getArray().add(EPSILON);
                NDArray deviation = raised.sqrt();
                NDArray factor = scale.getArray().div(deviation);
                NDArray perOutput = factor.reshape(-1, 1, 1, 1);
                NDArray kernel = weight.getArray().mul(perOutput);
                NDArray centre = mean.getArray().mul(factor);
                NDArray bias = shift.getArray().sub(centre)) {
            foldedKernel = casts.narrow(kernel, false);
            foldedBias = casts.narrow(bias, false);
        }
    }

    boolean isFolded() {
        return foldedKernel != null;
    }

    /** Takes it back, also where folding ended half-way. */
    void unfold() {
        for (NDArray array : new NDArray[] {foldedKernel, foldedBias}) {
            if (array != null) {
                array.close();
            }
        }
        foldedKernel = null;
        foldedBias = null;
    }

    /** Computes [N, out, H / stride, W / stride] of [N, in, H, W]; the input stays the caller's. */
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        if (!training && foldedKernel != null) {
            return convolve(x, foldedKernel, foldedBias);
        }
        // What a step of the network no longer needs is closed at once; autograd keeps its own hold on the rest.
        try (NDArray kernels = casts.narrow(value(store, weight, x, training), training);
                NDArray y = convolve(x, kernels, null)) {
            // Axis -1 is the engine's own layout, [N, C, H, W]: any other value makes two views.
            return y.getNDArrayInternal().batchNorm(y, value(store, mean, x, training), value(store, variance, x, training),
                    value(store, scale, x, training), value(store, shift, x, training), -1, KEEP, EPSILON, training && norms == Norms.BATCH)
                    .singletonOrThrow();
        }
    }

    private NDArray convolve(NDArray x, NDArray kernel, NDArray bias) {
        return x.getNDArrayInternal().convolution(x, kernel, bias, stride, padding, new Shape(1, 1), 1).singletonOrThrow();
    }

    /** Computes the same, then max(x, 0). */
    NDArray applyRelu(ParameterStore store, NDArray x, boolean training) {
        try (NDArray y = apply(store, x, training)) {
            return Activation.relu(y);
        }
    }

    private static NDArray value(ParameterStore store, Parameter parameter, NDArray x, boolean training) {
        return store.getValue(parameter, x.getDevice(), training);
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return new NDList(apply(store, inputs.singletonOrThrow(), training));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape in = inputShapes[0];
        long by = stride.get(0);
        return new Shape[] {new Shape(in.get(0), outputs.get(0), (in.get(2) + by - 1) / by, (in.get(3) + by - 1) / by)};
    }
}
