package facet.model.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.Pass;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.NoGradient;
import facet.model.net.Precision;
import facet.model.net.Strides;
import facet.model.weights.Weights;
import facet.train.TripletMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A frozen backbone's windows stand for its images, are computed once, and are told apart by all that decides them. */
class PooledWindowsTest {

    private static final int SIZE = 64;
    private static final List<Path> IMAGES = List.copyOf(TripletMeasurement.images(
            TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(3).all()).stream().limit(18).toList());

    @TempDir
    private Path cache;

    @ParameterizedTest
    @CsvSource({"P2, FP32, 1e-5", "P4, FP32, 1e-5", "P5, FP32, 1e-5", "P2, BF16, 3e-2"})
    void giveTheEmbeddingsOfTheirImages(Level level, Precision precision, double tolerance) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = frozen(level, precision, manager);
                ImageLoader loader = new ImageLoader(SIZE)) {
            Inputs windows = PooledWindows.of(model, IMAGES, loader, cache, Progress.silent());
            List<float[]> ofWindows = embeddings(model, windows);
            List<float[]> ofImages = embeddings(model, loader);
            assertEquals(IMAGES.size(), ofWindows.size());
            for (int i = 0; i < IMAGES.size(); i++) {
                double error = RelativeError.of(ofImages.get(i), ofWindows.get(i));
                assertTrue(error < tolerance, () -> "differs by " + error);
            }
        }
    }

    @Test
    void areComputedOnce() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = frozen(Level.P5, Precision.FP32, manager);
                ImageLoader loader = new ImageLoader(SIZE)) {
            List<Long> computed = new ArrayList<>();
            Progress progress = (task, done, total, detail) -> computed.add(detail.equals("read from what was kept") ? 0 : total);
            PooledWindows.of(model, IMAGES.subList(0, 5), loader, cache, progress);
            assertEquals(5, computed.get(0));
            computed.clear();
            PooledWindows.of(model, IMAGES.subList(0, 5), loader, cache, progress);
            assertEquals(List.of(0L), computed, "nothing is left to compute");
            PooledWindows.of(model, IMAGES, loader, cache, progress);
            assertEquals(IMAGES.size() - 5, computed.get(1), "only what is new");
        }
    }

    @ParameterizedTest
    @CsvSource({"none, 1", "level, 2", "precision, 2", "strides, 2", "numbers, 2", "image size, 2", "normalize, 1", "seed, 1"})
    void areToldApartByWhatDecidesThem(String changed, int expected) throws IOException {
        keepOne("none");
        keepOne(changed);
        try (Stream<Path> folders = Files.list(cache)) {
            assertEquals(expected, folders.count());
        }
    }

    /** Keeps the windows of one image by a frozen network that differs from the paper's in one setting. */
    private void keepOne(String changed) {
        FaceEmbedderBuilder builder = FaceEmbedder.builder().backbone(Backbone.FROZEN);
        switch (changed) {
            case "level" -> builder.level(Level.P3);
            case "precision" -> builder.precision(Precision.BF16);
            case "strides" -> builder.weights(Weights.embedded().with(Strides.V1_5));
            case "normalize" -> builder.normalize(true); // comes after the windows
            case "seed" -> builder.seed(1); // draws the pyramid, which the windows do not need
            default -> { }
        }
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager);
                ImageLoader loader = new ImageLoader(changed.equals("image size") ? 48 : 32)) {
            if (changed.equals("numbers")) {
                try (NoGradient off = new NoGradient()) {
                    model.resnet().named().get("conv1.weight").getArray().addi(0.01f);
                }
            }
            PooledWindows.of(model, IMAGES.subList(0, 1), loader, cache, Progress.silent());
        }
    }

    @Test
    void needAPyramidThatIsAveraged() {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE)) {
            NDArray windows = manager.zeros(new Shape(2, 9, 3841));
            for (FaceEmbedderBuilder wrong : List.of(FaceEmbedder.builder().pooling(Pooling.FLATTEN), FaceEmbedder.builder().pooling(Pooling.RELU), FaceEmbedder.builder().poolFirst(false))) {
                try (FaceEmbedder model = wrong.backbone(Backbone.FROZEN).build(manager)) {
                    assertSaysFrozen(() -> PooledWindows.of(model, IMAGES, loader, cache, Progress.silent()));
                    assertSaysFrozen(() -> Pass.embed(model, windows));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "P2"})
    void needAFrozenBackbone(Level level) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(level).build(manager);
                ImageLoader loader = new ImageLoader(SIZE)) {
            assertSaysFrozen(() -> PooledWindows.of(model, IMAGES, loader, cache, Progress.silent()));
            assertSaysFrozen(model::windowShape);
            NDArray windows = manager.zeros(new Shape(2, 9, 3841));
            assertSaysFrozen(() -> Pass.embed(model, windows));
        }
    }

    private static void assertSaysFrozen(Executable wrong) {
        String message = assertThrows(FacetException.class, wrong).getMessage();
        assertTrue(message.contains("build the network with a frozen backbone and average pooling"), message);
    }

    private static FaceEmbedder frozen(Level level, Precision precision, NDManager manager) {
        return FaceEmbedder.builder().level(level).precision(precision).backbone(Backbone.FROZEN).seed(3).build(manager);
    }

    private static List<float[]> embeddings(FaceEmbedder model, Inputs inputs) {
        List<float[]> embeddings = new ArrayList<>();
        try (NDManager pass = model.manager().newSubManager(); Inputs.Feed feed = inputs.feed(List.of(IMAGES.subList(0, 7), IMAGES.subList(7, 18)))) {
            for (int i = 0; i < 2; i++) {
                NDArray rows = model.forward(new ParameterStore(pass, false), new NDList(feed.next(pass)), false).singletonOrThrow();
                for (int j = 0; j < rows.getShape().get(0); j++) {
                    embeddings.add(rows.get(j).toFloatArray());
                }
            }
        }
        return embeddings;
    }
}
