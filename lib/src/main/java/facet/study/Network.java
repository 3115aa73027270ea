package facet.study;

import ai.djl.ndarray.NDManager;
import facet.align.Align;
import facet.align.FaceAlignment;
import facet.align.SFaceBody;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.GivenBackbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.model.net.Precision;
import facet.model.net.TrainedPart;
import facet.model.weights.Weights;
import java.util.List;

/**
 * What an experiment trains.
 *
 * @param level the map that becomes the embedding
 * @param pooling how it becomes a vector
 * @param weights embedded, torchvision, the absolute path of a safetensors file, or sface: then the backbone is SFace, and not trained
 * @param precision of the convolutions
 * @param backbone whether it is trained, too, or only what stands on it: the pyramid, or without one a linear layer
 * @param stages how many of a trained backbone's five parts are trained ({@link TrainedPart}); none is written as a frozen backbone
 * @param norms what training does to the batch normalisations of the trained stages
 * @param normalize whether embeddings get length 1, in training and in what is measured
 */
public record Network(Level level, Pooling pooling, String weights, Precision precision, Backbone backbone, int stages, Norms norms, boolean normalize) {

    /** The weights of SFace, whose network is another one. */
    static final String SFACE = "sface";
    /** The weights that have a name of their own; every other name is a file. */
    static final List<String> NAMES = List.of(Weights.EMBEDDED, Weights.TORCHVISION, SFACE);

    static final Setting<Level> LEVEL = new Setting<>("level", SettingKind.choice(Level.class), Level.P2, "none, P2, P3, P4, P5, or pool: every second place of P5; none on a frozen backbone is a linear layer. Default: P2.");
    static final Setting<Pooling> POOLING = new Setting<>("pooling", SettingKind.choice(Pooling.class), Pooling.AVERAGE,
            "average, max, flatten, grid (flattened after averaging to 7 x 7 places) or relu (ReLU before the average). Default: average.");
    static final Setting<String> WEIGHTS = new Setting<>("weights", SettingKind.TEXT, Weights.EMBEDDED,
            "What to start from: embedded, torchvision or a safetensors file; in a study also sface, a backbone made for faces. Default: embedded.");
    static final Setting<Precision> PRECISION = new Setting<>("precision", SettingKind.choice(Precision.class), Precision.FP32, "fp32 or bf16. Default: fp32.");
    static final Setting<Backbone> BACKBONE = new Setting<>("backbone", SettingKind.choice(Backbone.class), Backbone.TRAINED,
            "trained, or frozen: only the pyramid (or without one a linear layer) is trained, on what it needs of the maps, which is computed once. Default: trained.");

    static final Setting<Integer> STAGES = new Setting<>("stages", SettingKind.WHOLE, TrainedPart.PARTS, value -> value >= 0 && value <= TrainedPart.PARTS, "from 0 to 5",
            "How many of the backbone's five parts are trained, from the top, as torchvision's trainable_layers: 5 is all, 0 a frozen backbone. Default: 5.");
    static final Setting<Norms> NORMS = new Setting<>("norms", SettingKind.choice(Norms.class), Norms.BATCH,
            "batch, or frozen: the normalisations keep statistics, scale and shift, as torchvision's FrozenBatchNorm2d. Default: batch.");
    static final Setting<Boolean> NORMALIZE = new Setting<>("normalize", SettingKind.SWITCH, false,
            "Whether embeddings are scaled to length 1: true or false. No distance is then above 2. Default: false.");

    public Network {
        if (stages == 0) { // one experiment, one id
            backbone = Backbone.FROZEN;
            stages = STAGES.standard();
        }
        if (backbone == Backbone.FROZEN) { // none of its norms is trained
            norms = NORMS.standard();
        }
    }

    static Network of(Settings settings) {
        return new Network(settings.value(LEVEL), settings.value(POOLING), settings.value(WEIGHTS), settings.value(PRECISION), settings.value(BACKBONE),
                settings.value(STAGES), settings.value(NORMS), settings.value(NORMALIZE));
    }

    Settings values() {
        return Settings.STANDARD.with(LEVEL, level).with(POOLING, pooling).with(WEIGHTS, weights).with(PRECISION, precision).with(BACKBONE, backbone)
                .with(STAGES, stages).with(NORMS, norms).with(NORMALIZE, normalize);
    }

    /** @return whether its backbone is SFace */
    public boolean isOnSFace() {
        return weights.equals(SFACE);
    }

    /** @return what it is, for people: such as ResNet-50 + FPN P2 */
    String name() {
        return name(level);
    }

    /** @return what it would be at another level */
    public String name(Level other) {
        return isOnSFace() ? SFaceBody.named(other) : backbone == Backbone.FROZEN ? other.network(Level.RESNET) : other.network();
    }

    /** @return whether a linear layer stands on its backbone: without a pyramid it is what is trained on a frozen one */
    public boolean hasLinearLayer() {
        return level == Level.NONE && backbone == Backbone.FROZEN;
    }

    /** Refuses settings that SFace, or a frozen backbone, can't have. */
    void check(Faces faces) {
        if (isOnSFace()) {
            BACKBONE.mustBe(backbone == Backbone.FROZEN, backbone, "frozen where the weights are sface: only what stands on SFace's maps is trained");
            PRECISION.mustBe(precision == Precision.FP32, precision, "fp32 where the weights are sface: OpenCV computes its maps");
            POOLING.mustBe(pooling == Pooling.AVERAGE, pooling, "average where the weights are sface: only windows of its maps are kept");
            Faces.ALIGN.mustBe(faces.align() == Align.EYES, faces.align(), "eyes where the weights are sface: it was made for aligned faces");
            Faces.SIZE.mustBe(faces.size() == FaceAlignment.SFACE_SIDE, faces.size(), FaceAlignment.SFACE_SIDE + " where the weights are sface, the side of its images");
        }
        if (backbone == Backbone.FROZEN) {
            STAGES.mustBe(stages == STAGES.standard(), stages, "left out where the backbone is frozen: no stage is trained");
        }
    }

    /** Builds the network.
     *
     * @param start the parameters that it starts from
     * @param seed draws those that they lack
     * @return the network, alive as long as the manager
     * @throws facet.io.FacetException where the weights are those of another network; a linear layer is trained on a frozen backbone alone
     */
    public FaceEmbedder build(NDManager manager, Weights start, long seed) {
        if (level == Level.NONE && backbone == Backbone.TRAINED && start.holdsLinearLayer()) {
            throw new FacetException(start.name() + " holds a linear layer, which Facet trains on a frozen backbone alone. Take backbone frozen, or remove the file's linear tensors.");
        }
        return builder(start, seed).build(manager);
    }

    /** Makes a builder of the same. */
    FaceEmbedderBuilder builder(Weights start, long seed) {
        return FaceEmbedder.builder().level(level).pooling(pooling).weights(start).seed(seed).precision(precision)
                .normalize(normalize).norms(norms).stages(backbone == Backbone.FROZEN ? 0 : stages);
    }

    /** Builds it where its backbone is SFace; throws a FacetException where SFace or OpenCV is not to be had. */
    FaceEmbedder buildOnSFace(NDManager manager, long seed, Progress progress) {
        return GivenBackbone.build(manager, SFaceBody.open(progress), level, normalize, seed);
    }
}
