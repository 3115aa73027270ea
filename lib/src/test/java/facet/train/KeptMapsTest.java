package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.Pooling;
import facet.model.cache.KeptStages;
import facet.model.net.FoldedNorms;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Training on kept maps, where a level is not averaged, is training on images with stages that do not change. */
class KeptMapsTest {

    private static final int BATCH = 3;
    private static final int SIZE = 70; // odd maps: 18, 9, 5, 3
    private static final TripletSplit ALL = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(2 * BATCH);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(3), List.of());

    private record Result(History history, Map<String, float[]> parameters) { }

    /** Maps are kept as folded norms compute them, in batches of 16: with the same norms, images give the same bits. */
    @ParameterizedTest
    @CsvSource({"P2, FLATTEN", "P4, MAX", "P5, GRID", "POOL, FLATTEN", "P3, RELU", "P2, GRID", "NONE, GRID", "NONE, RELU"})
    void aFrozenBackbonesMapsGiveTheBitsOfItsImages(Level level, Pooling pooling, @TempDir Path cache) {
        FaceEmbedderBuilder builder = FaceEmbedder.builder().level(level).pooling(pooling).stages(0).seed(3);
        Result kept = train(builder, cache);
        Result images = train(builder, null);
        assertEquals(images.history(), kept.history());
        images.parameters().forEach((name, expected) -> assertArrayEquals(expected, kept.parameters().get(name), name));
        String layer = level == Level.NONE ? "linear.weight" : "fpn.inner_blocks.3.0.weight";
        assertTrue(RelativeError.of(start(builder, layer), kept.parameters().get(layer)) > 1e-6, "it was trained");
    }

    /** The parts that are trained are not folded. */
    @ParameterizedTest
    @CsvSource({"4, P2, FLATTEN", "3, P2, GRID", "1, P2, FLATTEN", "2, P5, FLATTEN", "1, P3, MAX", "3, NONE, GRID"})
    void soDoTheMapsOfSparedStages(int stages, Level level, Pooling pooling, @TempDir Path cache) {
        FaceEmbedderBuilder builder = FaceEmbedder.builder().level(level).pooling(pooling).stages(stages).seed(3);
        assertArrayEquals(firstGradient(builder, null), firstGradient(builder, cache));
    }

    /** A narrow array is asked for nothing: DJL does not know its type, and would end the JVM. */
    @ParameterizedTest
    @EnumSource(value = Pooling.class, names = "AVERAGE", mode = EnumSource.Mode.EXCLUDE)
    void bfloat16IsKeptInHalf(Pooling pooling, @TempDir Path cache) {
        for (Level level : List.of(Level.POOL, Level.NONE)) {
            Result kept = train(FaceEmbedder.builder().level(level).pooling(pooling).precision(Precision.BF16).stages(0).seed(3), cache);
            assertTrue(kept.history().rows().stream().allMatch(row -> row.triplets() == 0 || Double.isFinite(row.loss())), kept.history().toString());
        }
    }

    private static Result train(FaceEmbedderBuilder builder, Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager);
                ImageLoader loader = new ImageLoader(SIZE); Sgd sgd = new Sgd(1e-4f, 0.9f); FoldedNorms folded = model.folded()) {
            Inputs inputs = inputs(model, loader, cache);
            assertEquals(cache == null, inputs.needsBackbone());
            History history = new Trainer(model, new TripletLoss(TripletLoss.UNREACHABLE_MARGIN), sgd, inputs).batch(BATCH).seed(3).fit(SPLIT, 1, Progress.silent());
            return new Result(history, Parameters.of(model));
        }
    }

    private static Inputs inputs(FaceEmbedder model, ImageLoader loader, Path cache) {
        return cache == null ? loader : assertInstanceOf(KeptStages.class, KeptStages.of(model, TripletMeasurement.images(SPLIT.all()), loader, cache, Progress.silent()));
    }

    /** The gradient of the last block's last kernel, which all that is above it decides. */
    private static float[] firstGradient(FaceEmbedderBuilder builder, Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager); ImageLoader loader = new ImageLoader(SIZE);
                NDManager step = manager.newSubManager(); FoldedNorms folded = model.folded()) {
            Inputs inputs = inputs(model, loader, cache);
            assertTrue(inputs.needsBackbone());
            try (Inputs.Feed feed = inputs.feed(List.of(EpochOrder.images(SPLIT.train().triplets())));
                    TrainingPass pass = TrainingPass.forward(model, new TripletLoss(TripletLoss.UNREACHABLE_MARGIN), feed.next(step))) {
                pass.backward();
            }
            String name = model.level() == Level.NONE ? "layer4.2.conv3.weight" : "body.layer4.2.conv3.weight";
            float[] gradient = model.named().get(name).getArray().getGradient().toFloatArray();
            assertFalse(RelativeError.of(new float[gradient.length], gradient) == 0);
            return gradient;
        }
    }

    private static float[] start(FaceEmbedderBuilder builder, String name) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager)) {
            return model.named().get(name).getArray().toFloatArray();
        }
    }
}
