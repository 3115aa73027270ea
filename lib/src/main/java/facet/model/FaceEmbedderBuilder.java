package facet.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import facet.model.net.Head;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.model.net.Precision;
import facet.model.net.PrecisionCast;
import facet.model.net.ResNet50;
import facet.model.net.Strides;
import facet.model.net.TrainedPart;
import facet.model.weights.LoadedWeights;
import facet.model.weights.Weights;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Settings of a {@link FaceEmbedder}; without any of them they are the paper's, or those that its network was trained with by the weights' file. */
public final class FaceEmbedderBuilder {

    private static final Shape ANY_IMAGES = new Shape(1, 3, 224, 224);

    private Level level; // these three are null where the weights decide
    private Pooling pooling;
    private Boolean normalize;
    private boolean poolFirst = true;
    private Precision precision = Precision.FP32;
    private TrainedPart part = TrainedPart.ALL;
    private Weights weights;
    private Strides strides; // null: those of the weights
    private long seed;
    private Consumer<LoadedWeights> heard = loaded -> loaded.notes().forEach(note -> System.err.println("Note: " + note));

    FaceEmbedderBuilder() { }

    /** Sets the map that becomes the embedding; by default that of the weights' file, or P2. */
    public FaceEmbedderBuilder level(Level value) {
        level = value;
        return this;
    }

    /** Sets how the map becomes a vector; by default as the weights' file has it, or average. */
    public FaceEmbedderBuilder pooling(Pooling value) {
        pooling = value;
        return this;
    }

    /** Sets whether embeddings get length 1; by default as the weights' file has it, or not, as in the paper. */
    public FaceEmbedderBuilder normalize(boolean value) {
        normalize = value;
        return this;
    }

    /** Sets whether an average, or a grid of them, is taken without computing the level, which is faster and the same ({@link Head}); by default. */
    public FaceEmbedderBuilder poolFirst(boolean value) {
        poolFirst = value;
        return this;
    }

    /** Sets the arithmetic of its convolutions; fp32 by default. */
    public FaceEmbedderBuilder precision(Precision value) {
        precision = value;
        return this;
    }

    /** Sets whether the backbone is trained; it is by default. A frozen one keeps its statistics, too. */
    public FaceEmbedderBuilder backbone(Backbone value) {
        return stages(value == Backbone.FROZEN ? 0 : TrainedPart.PARTS);
    }

    /**
     * Sets how many of the backbone's five parts are trained, as torchvision's trainable_layers ({@link TrainedPart}); 5 by default, 0 is a frozen backbone.
     *
     * @throws FacetException where the number is not from 0 to 5
     */
    public FaceEmbedderBuilder stages(int value) {
        part = new TrainedPart(value, part.norms());
        return this;
    }

    /** Sets what training does to the normalisations of the trained stages; batch by default. */
    public FaceEmbedderBuilder norms(Norms value) {
        part = new TrainedPart(part.stages(), value);
        return this;
    }

    /** Sets what the network starts from, and so its strides; the embedded weights by default. */
    public FaceEmbedderBuilder weights(Weights value) {
        weights = value;
        return this;
    }

    /** Sets the strides that the network must have; without it, those that its weights were trained with. */
    public FaceEmbedderBuilder strides(Strides value) {
        strides = value;
        return this;
    }

    /** Sets the seed of the pyramid's start, where the weights hold none; 0 by default. */
    public FaceEmbedderBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Sets what receives the notes on tensors that the weights' file has beyond the network, or lacks; by default they go to standard error, which a notebook shows. */
    public FaceEmbedderBuilder tell(Consumer<LoadedWeights> value) {
        heard = value;
        return this;
    }

    /**
     * Builds the network.
     *
     * @return its arrays are on the manager's device, and alive as long as the manager or until it is closed
     * @throws FacetException where the weights' file is damaged, holds another network than a ResNet-50 with its whole pyramid, a linear layer or neither, says a level or pooling that
     *     does not exist, or is of other strides than those asked for; where a linear layer stands on a partly frozen backbone
     */
    public FaceEmbedder build(NDManager manager) {
        Weights start = weights == null ? Weights.embedded() : weights;
        Level map = level != null ? level : start.metadata("level", Level::valueOf, Level.P2);
        Pooling pool = pooling != null ? pooling : start.metadata("pooling", Pooling::valueOf, Pooling.AVERAGE);
        boolean unit = normalize != null ? normalize : start.metadata("normalize", FaceEmbedderBuilder::trueOrFalse, false);
        if (strides != null && strides != start.strides()) {
            throw new FacetException("There are no weights for " + strides.text() + " strides: " + start.name() + " is for "
                    + start.strides().text() + ". The embedded weights are for v1, torchvision's for v1.5.");
        }
        PrecisionCast casts = PrecisionCast.of(precision, manager);
        ResNet50 body = new ResNet50(start.strides(), part, casts);
        Head head = map != Level.NONE || hasLinearLayer(start) ? Head.of(map, body.channels(), casts) : null;
        FaceEmbedder embedder = new FaceEmbedder(map, precision, new ForwardPass(body, head, pool, poolFirst, unit, casts));
        try {
            embedder.initialize(manager, DataType.FLOAT32, ANY_IMAGES);
            heard.accept(start.fill(embedder.named(), new SplittableRandom(seed)));
        } catch (RuntimeException e) {
            embedder.close(); // or its arrays would stay with the manager
            throw e;
        }
        embedder.resnet().freezeSpared();
        return embedder;
    }

    /** Without a pyramid: a frozen backbone has a linear layer to train, and weights bring the one that they hold; throws a FacetException where it can't stand. */
    private boolean hasLinearLayer(Weights start) {
        if (part.stages() > 0 && !start.holdsLinearLayer()) {
            return false;
        }
        if (part.stages() > 0 && part.spared() > 0) {
            throw new FacetException("The weights hold a linear layer, which stands on a backbone that is frozen, or not trained at all. Take stages 0 to train the layer, 5 to embed.");
        }
        return true;
    }

    private static boolean trueOrFalse(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }
}
