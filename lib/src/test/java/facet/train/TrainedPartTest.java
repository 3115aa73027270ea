package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import facet.RelativeError;
import facet.eval.Distance;
import facet.eval.LossForm;
import facet.eval.MeasuredLoss;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.data.GeneratedFaces;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.Progress;
import facet.data.TripletSplit;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.Pooling;
import facet.model.cache.KeptStages;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.model.net.Precision;
import facet.model.net.TrainedPart;
import java.nio.file.Path;
import java.util.Map;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Training on what spared stages give, from disk, is training on images with stages that do not change. One step: in float32 a later one differs by chaos, see TrainedPartStepsTest. */
class TrainedPartTest {

    private static final int BATCH = 6;
    private static final int SIZE = 64;
    private static final TripletSplit ALL = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(BATCH);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(3), List.of());
    private static final String[] PREFIXES = {"conv1.", "layer1.", "layer2.", "layer3.", "layer4."};

    private record Result(History history, Map<String, float[]> parameters) { }

    @ParameterizedTest
    @CsvSource({"4, P2, BATCH", "3, P2, BATCH", "2, P2, BATCH", "1, P2, BATCH", "1, P4, BATCH", "1, P5, BATCH", "3, NONE, BATCH", "2, P3, FROZEN"})
    void keptStagesGiveTheNumbersOfTheWholeNetwork(int stages, Level level, Norms norms, @TempDir Path cache) {
        FaceEmbedderBuilder builder = FaceEmbedder.builder().level(level).stages(stages).norms(norms).seed(3);
        Result kept = train(builder, cache);
        Result images = train(builder, null);
        for (int i = 0; i < images.history().rows().size(); i++) {
            History.Row expected = images.history().rows().get(i);
            assertEquals(expected.loss(), kept.history().rows().get(i).loss(), 1e-5 * expected.loss(), expected.toString());
        }
        Map<String, float[]> start = start(builder);
        images.parameters().forEach((name, expected) -> {
            if (!name.endsWith(".bias")) { // the pyramid's move all embeddings alike: distances don't see them, and their gradient is rounding alone
                double error = RelativeError.of(expected, kept.parameters().get(name));
                assertTrue(error <= 1e-5, name + " differs by " + error);
            }
            String own = name.replace("body.", "");
            boolean spared = false;
            for (int part = 0; part < TrainedPart.PARTS - stages; part++) {
                spared |= own.startsWith(PREFIXES[part]) || part == 0 && own.startsWith("bn1.");
            }
            boolean isNorm = own.contains("bn") || own.contains("downsample.1");
            if (spared || norms == Norms.FROZEN && isNorm) {
                assertArrayEquals(start.get(name), expected, name + " is spared");
            } else if (name.contains("layer4.2.conv3")) {
                assertTrue(RelativeError.of(start.get(name), expected) > 0, name + " is trained");
            }
        });
    }

    /** Steps of which few triplets have a loss: only those are differentiated. */
    @ParameterizedTest
    @EnumSource
    void tripletsWithoutALossNeedNoBackwardPass(Distance distance) {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE);
                FaceEmbedder model = FaceEmbedder.builder().norms(Norms.FROZEN).seed(3).build(manager)) {
            var batch = EpochOrder.images(ALL.train().triplets().subList(0, BATCH));
            try (Inputs.Feed feed = loader.feed(List.of(batch, batch)); NDManager pass = manager.newSubManager()) {
                var input = feed.next(pass);
                TripletLoss loss = someHaveALoss(model, input, distance);
                Map<String, float[]> few = gradients(model, loss, input, false);
                Map<String, float[]> all = gradients(model, loss, input, true);
                all.forEach((name, expected) -> {
                    if (!name.startsWith("fpn.") && name.endsWith(".bias")) {
                        double error = RelativeError.of(expected, few.get(name));
                        assertTrue(error <= 1e-4, name + " differs by " + error);
                    }
                });
            }
        }
    }

    /** A loss whose margin a half of the triplets is short of. */
    private static TripletLoss someHaveALoss(FaceEmbedder model, NDArray input, Distance distance) {
        try (TrainingPass pass = TrainingPass.forward(model, new TripletLoss(0), input)) {
            List<Double> gaps = TripletMeasurement.of(ALL.train().triplets(), pass.embeddings()).stream()
                    .map(d -> distance == Distance.SQUARED ? d.squared() : d).map(d -> d.anchorNegative() - d.anchorPositive()).sorted().toList();
            TripletLoss loss = new TripletLoss(new MeasuredLoss(LossForm.HINGE, distance, (gaps.get(2) + gaps.get(3)) / 2));
            assertEquals(3, ActiveTriplets.of(pass.embeddings(), loss).places().length);
            return loss;
        }
    }

    private static Map<String, float[]> gradients(FaceEmbedder model, TripletLoss loss, NDArray input, boolean whole) {
        try (TrainingPass pass = whole ? TrainingPass.forward(model, loss, input) : TrainingPass.forwardActive(model, loss, input)) {
            assertTrue(pass.loss() > 0);
            pass.backward();
        }
        return Parameters.takeGradients(model);
    }

    /** A narrow array is asked for nothing: DJL does not know its type, and would end the JVM. */
    @Test
    void keptStagesWorkInBfloat16WithoutAPyramid(@TempDir Path cache) {
        Result kept = train(FaceEmbedder.builder().level(Level.NONE).stages(2).precision(Precision.BF16).seed(3), cache);
        assertTrue(kept.history().rows().stream().allMatch(row -> row.triplets() == 0 || Double.isFinite(row.loss())), kept.history().toString());
    }

    @Test
    void whatCannotBeKeptIsComputedAnew(@TempDir Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE)) {
            for (FaceEmbedderBuilder builder : List.of(FaceEmbedder.builder(), FaceEmbedder.builder().pooling(Pooling.FLATTEN), FaceEmbedder.builder().stages(0))) {
                try (FaceEmbedder model = builder.build(manager)) {
                    assertSame(loader, KeptStages.of(model, TripletMeasurement.images(SPLIT.all()), loader, cache, Progress.silent()));
                }
            }
        }
    }

    @Test
    void numbersOfStagesThatAreNotThere() {
        assertEquals("The number of trained stages is 6; it has to be from 0, a frozen backbone, to 5, the whole one.",
                assertThrows(FacetException.class, () -> FaceEmbedder.builder().stages(6)).getMessage());
        assertThrows(FacetException.class, () -> FaceEmbedder.builder().stages(-1));
    }

    private static Result train(FaceEmbedderBuilder builder, Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager);
                ImageLoader loader = new ImageLoader(SIZE); Sgd sgd = new Sgd(1e-4f, 0.9f)) {
            Inputs inputs = loader;
            if (cache != null) {
                inputs = KeptStages.of(model, TripletMeasurement.images(SPLIT.all()), loader, cache, Progress.silent());
                assertInstanceOf(KeptStages.class, inputs);
            }
            History history = new Trainer(model, new TripletLoss(1), sgd, inputs).batch(BATCH).seed(3).fit(SPLIT, 1, Progress.silent());
            return new Result(history, Parameters.of(model));
        }
    }

    private static Map<String, float[]> start(FaceEmbedderBuilder builder) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager)) {
            return Parameters.of(model);
        }
    }
}
