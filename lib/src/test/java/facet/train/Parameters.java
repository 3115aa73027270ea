package facet.train;

import ai.djl.ndarray.NDArray;
import facet.model.FaceEmbedder;
import java.util.Map;
import java.util.TreeMap;

/** Copies of what a network holds, by name, to compare with those of another one. */
final class Parameters {

    private Parameters() { }

    static Map<String, float[]> of(FaceEmbedder model) {
        Map<String, float[]> parameters = new TreeMap<>();
        model.named().forEach((name, parameter) -> parameters.put(name, parameter.getArray().toFloatArray()));
        return parameters;
    }

    /** The gradients of what is trained, which are set to zero: else the next backward pass adds to them. */
    static Map<String, float[]> takeGradients(FaceEmbedder model) {
        Map<String, float[]> gradients = new TreeMap<>();
        model.named().forEach((name, parameter) -> {
            if (parameter.requiresGradient()) {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                    gradients.put(name, gradient.toFloatArray());
                    gradient.subi(gradient);
                }
            }
        });
        return gradients;
    }
}
