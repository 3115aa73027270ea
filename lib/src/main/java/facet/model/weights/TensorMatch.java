package facet.model.weights;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import facet.io.FacetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which tensor of a file belongs to which parameter of a network. Wrappers' prefixes and the pyramid names of older torchvision
 * (fpn.inner_blocks.0.weight) are read as today's names.
 *
 * @param stored the file's name of a tensor, by parameter
 * @param unused the file's tensors that are left, as {@link LoadedWeights} has them
 * @param missing the parameters that are left
 */
record TensorMatch(Map<String, String> stored, List<String> unused, List<String> missing) {

    private static final Pattern PREFIX = Pattern.compile("^(module\\.|model\\.|backbone\\.)*(body\\.)?");
    private static final Pattern OLD_PYRAMID = Pattern.compile("^(fpn\\.(?:inner|layer)_blocks\\.\\d+)\\.(weight|bias)$");
    private static final Pattern NO_NEWS = Pattern.compile("fc\\..*|.*\\.num_batches_tracked|momentum\\..*|fpn\\.extra_blocks\\..*");
    private static final Pattern BACKBONE = Pattern.compile("(conv1|bn1|layer\\d+)\\..*");
    private static final String PYRAMID = "fpn.";
    private static final String LINEAR = "linear.";
    private static final String TAKE = "Take torchvision's resnet50, or a file that Facet exported.";

    /**
     * Compares names and shapes; no number is read.
     *
     * @throws FacetException where the file holds another network: a tensor of the backbone or a part of the pyramid is missing, too many, there twice, or
     *     of another shape
     */
    static TensorMatch of(Safetensors file, Map<String, Parameter> parameters) {
        Map<String, String> left = byName(file);
        Map<String, String> stored = new HashMap<>();
        List<String> missing = new ArrayList<>();
        parameters.forEach((key, parameter) -> {
            String tensor = left.remove(plain(key));
            if (tensor == null) {
                missing.add(key);
                return;
            }
            Shape shape = new Shape(file.shape(tensor));
            if (!shape.equals(parameter.getArray().getShape())) {
                throw new FacetException(file.file() + ": " + tensor + " has the shape " + shape + ", ResNet-50 needs "
                        + parameter.getArray().getShape() + ": it is another network. " + TAKE);
            }
            stored.put(key, tensor);
        });
        boolean pyramid = parameters.keySet().stream().anyMatch(TensorMatch::isPyramid);
        left.forEach((name, tensor) -> checkLeft(file, name, tensor, pyramid));
        checkMissing(file, missing, stored);
        return new TensorMatch(stored, left.values().stream().sorted().toList(), missing);
    }

    /** Tells whether a file holds a pyramid, or a part of one. */
    static boolean holdsPyramid(Safetensors file) {
        return byName(file).keySet().stream().anyMatch(TensorMatch::isPyramid);
    }

    /** Tells whether a file holds a linear layer on C5: somebody's classifier of that name has another shape. */
    static boolean holdsLinearLayer(Safetensors file) {
        String weight = byName(file).get(LINEAR + "weight");
        return weight != null && file.shape(weight).length == 4;
    }

    /** The file's names of what may be of use, by today's name without a prefix. */
    private static Map<String, String> byName(Safetensors file) {
        Map<String, String> byName = new HashMap<>();
        for (String tensor : file.names()) {
            String name = plain(tensor);
            boolean scale = name.endsWith(".scale") && file.names().contains(tensor.substring(0, tensor.length() - ".scale".length()));
            if (scale || NO_NEWS.matcher(name).matches()) {
                continue;
            }
            String other = byName.put(name, tensor);
            if (other != null) {
                throw new FacetException(file.file() + " holds " + name + " twice, as " + other + " and as " + tensor + ". Save one network to a file.");
            }
        }
        return byName;
    }

    private static String plain(String name) {
        return OLD_PYRAMID.matcher(PREFIX.matcher(name).replaceFirst("")).replaceFirst("$1.0.$2");
    }

    private static boolean isPyramid(String name) {
        return name.startsWith(PYRAMID);
    }

    static boolean isLinear(String name) {
        return name.startsWith(LINEAR);
    }

    private static void checkLeft(Safetensors file, String name, String tensor, boolean pyramid) {
        if (BACKBONE.matcher(name).matches()) {
            throw new FacetException(file.file() + " holds " + tensor + ", which ResNet-50 does not have: it is another network. " + TAKE);
        }
        if (pyramid && isPyramid(name)) {
            throw new FacetException(file.file() + " holds " + tensor + ", which torchvision's feature pyramid of ResNet-50 does not have: it is another"
                    + " network. Take one with four levels and no normalisation, or remove its fpn tensors.");
        }
    }

    private static void checkMissing(Safetensors file, List<String> missing, Map<String, String> stored) {
        for (String key : missing) {
            if (!isPyramid(key) && !isLinear(key)) {
                throw new FacetException(file.file() + " holds no " + key + ": it is not a ResNet-50 under torchvision's names. " + TAKE);
            }
        }
        if (!missing.isEmpty() && stored.keySet().stream().anyMatch(TensorMatch::isPyramid)) {
            throw new FacetException(file.file() + " holds a part of a feature pyramid, without " + missing.get(0)
                    + ". Save the whole network, or remove its fpn tensors to start a pyramid anew.");
        }
        if (!missing.isEmpty() && stored.keySet().stream().anyMatch(TensorMatch::isLinear)) {
            throw new FacetException(file.file() + " holds a part of a linear layer, without " + missing.get(0) + ". Save the whole network, or remove its linear tensors to start one anew.");
        }
    }
}
