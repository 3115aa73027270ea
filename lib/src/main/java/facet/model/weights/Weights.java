package facet.model.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.net.KaimingUniform;
import facet.model.net.NoGradient;
import facet.model.net.Strides;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The parameters that a network starts from: torchvision's names, those of its resnet50 or of its resnet_fpn_backbone, behind a wrapper's prefix
 * ({@code module.}, {@code model.}, {@code backbone.}) or none. What a file holds beyond the network or lacks is {@link LoadedWeights}.
 *
 * @param name how an experiment names them: embedded, torchvision or a path
 * @param tensors the file
 * @param strides the form of ResNet-50 that they were trained in
 */
public record Weights(String name, Safetensors tensors, Strides strides) {

    /** The embedded file: ImageNet, v1 strides, int8 (data/weights/README.md says what that costs). */
    public static final String EMBEDDED = "embedded";
    /** torchvision's own ImageNet weights, v1.5 strides: a download of 102 MB. */
    public static final String TORCHVISION = "torchvision";

    /** The weights that have a name of their own; every other name is a file. */
    public static final List<String> NAMES = List.of(EMBEDDED, TORCHVISION);

    /** @return the weights that the repository holds */
    public static Weights embedded() {
        return embedded(DataHome.find());
    }

    private static Weights embedded(DataHome home) {
        return named(EMBEDDED, home.weights().resolve("resnet50-imagenet-v1-int8.safetensors"));
    }

    private static Weights torchvision(DataHome home, Progress progress) {
        return named(TORCHVISION, TorchvisionFile.fetch(home, progress));
    }

    /**
     * @return the weights of a safetensors file: an exported model, a checkpoint, or a plain resnet50
     * @throws FacetException where it can't be read or is damaged, or the thread was interrupted
     */
    public static Weights file(Path file) {
        return named(file.toString(), file);
    }

    /**
     * @return embedded, torchvision, or the file of that path
     * @throws FacetException as the one of them that it is
     */
    public static Weights of(String name, Progress progress) {
        return NAMES.contains(name) ? of(name, DataHome.find(), progress) : file(Path.of(name));
    }

    /**
     * @param home the checkout that holds the embedded weights and keeps torchvision's
     * @return embedded, torchvision, or the file of that path
     * @throws FacetException as the one of them that it is
     */
    public static Weights of(String name, DataHome home, Progress progress) {
        return switch (name) {
            case EMBEDDED -> embedded(home);
            case TORCHVISION -> torchvision(home, progress);
            default -> file(Path.of(name));
        };
    }

    private static Weights named(String name, Path file) {
        Weights unread = new Weights(name, Safetensors.read(file), Strides.V1_5); // as a plain torchvision file, which says nothing
        return unread.with(unread.metadata("architecture", Strides::ofArchitecture, unread.strides()));
    }

    /**
     * Reads an entry of the file's metadata, such as the level of the network that it was written from.
     *
     * @param otherwise what holds where the metadata lack it
     * @throws FacetException for a value that does not exist
     */
    public <T> T metadata(String key, Function<String, T> read, T otherwise) {
        String value = tensors.metadata().get(key);
        try {
            return value == null ? otherwise : read.apply(value);
        } catch (IllegalArgumentException | FacetException e) {
            throw new FacetException(name + " has " + key + " " + HeaderReader.brief(value) + ", which Facet does not know.", e);
        }
    }

    /**
     * Reads where the parameters come from.
     *
     * @return what the file says of its training, which may be nothing
     * @throws FacetException where it says what can't be
     */
    public ModelProvenance provenance() {
        return ModelProvenance.of(this);
    }

    /** @return the same numbers in a network of other strides: not what they were trained for, but what a parity test wants */
    public Weights with(Strides other) {
        return new Weights(name, tensors, other);
    }

    /** @return whether the file holds a feature pyramid */
    public boolean holdsPyramid() {
        return TensorMatch.holdsPyramid(tensors);
    }

    /** @return whether the file holds a linear layer on C5, as a network on a frozen backbone without a pyramid has one */
    public boolean holdsLinearLayer() {
        return TensorMatch.holdsLinearLayer(tensors);
    }

    /**
     * Replaces all parameters of a network.
     *
     * @param parameters by torchvision's names
     * @param built the network's strides
     * @param network its name, for the message
     * @throws FacetException where the file holds one of other strides or shapes, or not all of this one
     */
    public void loadInto(Map<String, Parameter> parameters, Strides built, String network) {
        if (strides != built) {
            throw new FacetException(name + " holds another network: one with " + strides.text() + " strides, not " + built.text() + ".");
        }
        TensorMatch match = TensorMatch.of(tensors, parameters);
        if (!match.missing().isEmpty()) {
            throw new FacetException(name + " holds another network than " + network + ": it has no " + match.missing().get(0) + ".");
        }
        fill(parameters, match, new SplittableRandom(0)); // nothing is left to draw
    }

    /**
     * Fills a network. A pyramid or linear layer that the file does not hold starts as torchvision's does: Kaiming uniform with a = 1, biases 0.
     *
     * @param parameters by torchvision's names
     * @param random draws what the file does not hold
     * @return what was not used and what not found
     * @throws FacetException where the file holds another network
     */
    public LoadedWeights fill(Map<String, Parameter> parameters, RandomGenerator random) {
        TensorMatch match = TensorMatch.of(tensors, parameters);
        fill(parameters, match, random);
        return new LoadedWeights(name, match.unused(), match.missing());
    }

    private void fill(Map<String, Parameter> parameters, TensorMatch match, RandomGenerator random) {
        parameters.forEach((key, parameter) -> {
            String stored = match.stored().get(key);
            copy(stored != null ? tensors.floats(stored) : KaimingUniform.fill(parameter.getArray().getShape(), random), parameter);
        });
    }

    /** Copies numbers in row-major order into a parameter; the array itself stays, with whoever holds it. */
    public static void copy(FloatBuffer values, Parameter parameter) {
        NDArray array = parameter.getArray();
        try (NoGradient off = new NoGradient(); NDArray source = array.getManager().create(values, array.getShape())) {
            array.set(new NDIndex("..."), source);
        }
    }
}
