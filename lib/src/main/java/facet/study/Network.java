package facet.study;

import ai.djl.ndarray.NDManager;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.model.net.Precision;
import facet.model.net.TrainedPart;
import facet.model.weights.Weights;

/**
 * What an experiment trains.
 *
 * @param level the map that becomes the embedding
 * @param pooling how it becomes a vector
 * @param weights embedded, torchvision, or the absolute path of a safetensors file
 * @param precision of the convolutions
 * @param backbone whether it is trained, too, or only the pyramid
 * @param stages how many of a trained backbone's five parts are trained ({@link TrainedPart}); none is written as a frozen backbone
 * @param norms what training does to the batch normalisations of the trained stages
 */
public record Network(Level level, Pooling pooling, String weights, Precision precision, Backbone backbone, int stages, Norms norms) {

    static final Setting<Level> LEVEL = new Setting<>("level", SettingKind.choice(Level.class), Level.P2, "none, P2, P3, P4 or P5. Default: P2.");
    static final Setting<Pooling> POOLING = new Setting<>("pooling", SettingKind.choice(Pooling.class), Pooling.AVERAGE,
            "average, max or flatten. Default: average.");
    static final Setting<String> WEIGHTS = new Setting<>("weights", SettingKind.TEXT, Weights.EMBEDDED,
            "What to start from: embedded, torchvision or a safetensors file. Default: embedded.");
    static final Setting<Precision> PRECISION = new Setting<>("precision", SettingKind.choice(Precision.class), Precision.FP32, "fp32 or bf16. Default: fp32.");
    static final Setting<Backbone> BACKBONE = new Setting<>("backbone", SettingKind.choice(Backbone.class), Backbone.TRAINED,
            "trained, or frozen: only the pyramid is trained, on windows of the maps that are computed once. Default: trained.");

    static final Setting<Integer> STAGES = new Setting<>("stages", SettingKind.WHOLE, TrainedPart.PARTS, value -> value >= 0 && value <= TrainedPart.PARTS, "from 0 to 5",
            "How many of the backbone's five parts are trained, from the top, as torchvision's trainable_layers: 5 is all, 0 a frozen backbone. Default: 5.");
    static final Setting<Norms> NORMS = new Setting<>("norms", SettingKind.choice(Norms.class), Norms.BATCH,
            "batch, or frozen: the normalisations keep statistics, scale and shift, as torchvision's FrozenBatchNorm2d. Default: batch.");

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
                settings.value(STAGES), settings.value(NORMS));
    }

    Settings values() {
        return Settings.STANDARD.with(LEVEL, level).with(POOLING, pooling).with(WEIGHTS, weights).with(PRECISION, precision).with(BACKBONE, backbone)
                .with(STAGES, stages).with(NORMS, norms);
    }

    /** What a frozen backbone asks for. */
    void check() {
        if (backbone == Backbone.FROZEN) {
            LEVEL.mustBe(level != Level.NONE, level, "P2 to P5 where the backbone is frozen: without a pyramid nothing is left to train");
            POOLING.mustBe(pooling == Pooling.AVERAGE, pooling, "average where the backbone is frozen: other poolings see more than can be kept");
            STAGES.mustBe(stages == STAGES.standard(), stages, "left out where the backbone is frozen: no stage is trained");
        }
    }

    /**
     * Builds it.
     *
     * @param start the parameters that it starts from
     * @param seed draws those that they lack
     * @return the network, alive as long as the manager
     * @throws facet.io.FacetException where the weights are those of another network
     */
    public FaceEmbedder build(NDManager manager, Weights start, long seed) {
        return builder(start, seed).build(manager);
    }

    /** The same, to be built. */
    FaceEmbedderBuilder builder(Weights start, long seed) {
        return FaceEmbedder.builder().level(level).pooling(pooling).weights(start).seed(seed).precision(precision)
                .norms(norms).stages(backbone == Backbone.FROZEN ? 0 : stages);
    }
}
