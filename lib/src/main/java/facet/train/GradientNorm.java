package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import facet.model.FaceEmbedder;

/**
 * The length of a step's gradient, with all trained parameters as one vector: sqrt(Σ g²). It is what {@code torch.nn.utils.clip_grad_norm_} returns, which takes
 * the norm of each parameter's gradient first, too, and then the norm of these.
 */
public final class GradientNorm {

    private GradientNorm() { }

    /**
     * Computes it of the gradients that stand at a network's parameters: after {@link TrainingPass#backward}, and before a step sets them to zero.
     *
     * @return 0 or more; infinite where a square leaves the range of a float (above some 1e19), NaN where a gradient is NaN
     */
    public static double of(FaceEmbedder model) {
        try (NDList norms = new NDList()) {
            for (Parameter parameter : model.named().values()) {
                if (parameter.requiresGradient()) {
                    try (NDArray gradient = parameter.getArray().getGradient()) {
                        norms.add(gradient.norm());
                    }
                }
            }
            return norms.isEmpty() ? 0 : ofAll(norms);
        }
    }

    private static double ofAll(NDList norms) {
        try (NDArray all = NDArrays.stack(norms); NDArray norm = all.norm()) { // one number comes out of native memory, not one for each parameter
            return norm.getFloat();
        }
    }
}
