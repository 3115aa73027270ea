package facet.model;

import ai.djl.inference.Predictor;
import ai.djl.modality.cv.Image;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import facet.model.net.Body;
import facet.model.net.FoldedNorms;
import facet.model.net.Level;
import facet.model.net.LinearHead;
import facet.model.net.NoGradient;
import facet.model.net.Precision;
import facet.model.net.ResNet50;
import facet.model.weights.Weights;
import java.util.Map;
import java.util.Optional;

/**
 * The paper's network: backbone, feature pyramid (or none), pooling. Images [N, 3, H, W] become embeddings [N, D]; three arrays,
 * anchors, positives and negatives of [B, 3, H, W] each, become [3B, D] in that order, in one pass. With a frozen backbone, what
 * {@link facet.model.cache.PooledWindows} or {@link facet.model.cache.KeptStages} keep of the images does as well.
 */
public final class FaceEmbedder extends AbstractBlock implements AutoCloseable {

    private final Level level;
    private final Precision precision;
    private final ForwardPass pass;

    FaceEmbedder(Level level, Precision precision, ForwardPass pass) {
        this.level = level;
        this.precision = precision;
        this.pass = pass;
        addChildBlock("body", pass.body());
        if (pass.head() != null) {
            addChildBlock(pass.head().prefix(), pass.head());
        }
    }

    /** @return a builder with the paper's settings: P2, average pooling, no normalisation */
    public static FaceEmbedderBuilder builder() {
        return new FaceEmbedderBuilder();
    }

    /** @return the map that is pooled */
    public Level level() {
        return level;
    }

    /** @return how it is pooled */
    public Pooling pooling() {
        return pass.pooling();
    }

    /** @return whether embeddings have length 1 */
    public boolean normalized() {
        return pass.normalize();
    }

    /** Tells whether an average, or a grid of them, is taken without computing the level. */
    public boolean poolFirst() {
        return pass.poolFirst();
    }

    /** @return the arithmetic of its convolutions */
    public Precision precision() {
        return precision;
    }

    /** @return the way from images to embeddings */
    ForwardPass pass() {
        return pass;
    }

    /** @return the backbone */
    public Body body() {
        return pass.body();
    }

    /** @return the backbone, for a look at its maps; throws a FacetException where it is no ResNet-50 */
    public ResNet50 resnet() {
        return pass.body().resnet();
    }

    /** @return whether a linear layer stands on C5, in the place of a pyramid */
    public boolean hasLinearLayer() {
        return pass.head() instanceof LinearHead;
    }

    /** @return what it is, for people: such as ResNet-50 + FPN P2 */
    public String network() {
        return pass.head() == null ? level.network() : pass.body().network(level);
    }

    /** @return the manager that owns its parameters */
    public NDManager manager() {
        return named().values().iterator().next().getArray().getManager();
    }

    /** @return the length D of an embedding of images of size x size pixels */
    public long embeddingSize(int imageSize) {
        return getOutputShapes(new Shape[] {new Shape(1, 3, imageSize, imageSize)})[0].get(1);
    }

    /** @return its parameters by torchvision's names: those of resnet_fpn_backbone, or of resnet50 without a pyramid; a linear layer is linear.weight and linear.bias; on a given backbone only
     *     those of what stands on it */
    public Map<String, Parameter> named() {
        return pass.named();
    }

    /**
     * Replaces all its parameters.
     *
     * @throws facet.io.FacetException where the weights are of another network
     */
    public void load(Weights weights) {
        weights.loadInto(named(), resnet().strides(), network());
    }

    /** @return faster evaluation until it is closed, for a network whose parameters stay as they are and that no other thread evaluates meanwhile */
    public FoldedNorms folded() {
        return new FoldedNorms(pass.body().layers());
    }

    /** @return how many parameters training changes, each weight and bias counted: not those of a frozen backbone, nor of levels that it does not compute */
    public long trainableParameters() {
        return named().values().stream().filter(Parameter::requiresGradient).mapToLong(p -> p.getArray().size()).sum();
    }

    /**
     * Makes a DJL predictor; the caller closes it. DJL's image factory does not turn a photograph as its EXIF orientation says: {@link facet.data.image.ImageFile#read} does.
     *
     * @return from an upright image of any size to its embedding
     */
    public Predictor<Image, float[]> predictor(int imageSize) {
        return new FacePredictor(this, imageSize);
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        try (NoGradient off = training ? null : new NoGradient()) { // autograd is on in every new thread, such as a predictor's
            return new NDList(pass.embed(store, inputs, training));
        }
    }

    /** Computes the pooled windows [N, windows, channels] of images [N, 3, H, W], which a frozen backbone always gives for them. */
    public NDArray windows(ParameterStore store, NDArray images) {
        return pass.windows(store, images);
    }

    /** Computes the shape of an image's pooled windows.
     *
     * @return [9, channels] for a pyramid, [1, channels] for a linear layer
     * @throws facet.io.FacetException where the backbone is not frozen, or the level is not averaged first
     */
    public Shape windowShape() {
        return pass.windowShape();
    }

    /** @return the stages that training spares, of which what they give for an image can be kept in a row of numbers; none where it is kept as windows */
    public Optional<SparedStages> sparedStages() {
        return pass.sparedStages();
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        pass.initialize(manager, type, inputShapes[0]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape vector = pass.outputShape(inputShapes[0]);
        return new Shape[] {new Shape(vector.get(0) * inputShapes.length, vector.get(1))};
    }

    /** Closes its native arrays. */
    @Override
    public void close() {
        clear();
        pass.body().close();
        pass.casts().close();
    }
}
