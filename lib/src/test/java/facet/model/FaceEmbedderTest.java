package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.inference.Predictor;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.translate.TranslateException;
import facet.data.FolderImages;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.net.FeaturePyramid;
import facet.model.net.Level;
import facet.model.net.NoGradient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceEmbedderTest {

    private static final int SIZE = Pass.SIZE;

    @ParameterizedTest
    @CsvSource({"NONE,AVERAGE,2048", "NONE,FLATTEN,18432", "P2,AVERAGE,256", "P2,FLATTEN,82944", "P3,MAX,256", "P4,FLATTEN,6400", "P5,MAX,256",
        "POOL,AVERAGE,256", "POOL,MAX,256", "POOL,FLATTEN,1024", "POOL,GRID,1024", "POOL,RELU,256", "P2,GRID,12544", "P4,GRID,6400", "NONE,GRID,18432", "NONE,RELU,2048"})
    void saysItsEmbeddingSize(Level level, Pooling pooling, long length) {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient();
                FaceEmbedder model = FaceEmbedder.builder().level(level).pooling(pooling).build(manager)) {
            assertEquals(length, model.embeddingSize(SIZE));
            assertEquals(new Shape(2, length), Pass.embed(model, Pass.images(manager, 2)).getShape());
        }
    }

    @Test
    void poolingsAgreeWithTheFlatMap() {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient()) {
            float[] flat = Pass.embed(builder(Pooling.FLATTEN).build(manager), Pass.images(manager, 1)).toFloatArray();
            float[] average = Pass.embed(builder(Pooling.AVERAGE).build(manager), Pass.images(manager, 1)).toFloatArray();
            float[] max = Pass.embed(builder(Pooling.MAX).build(manager), Pass.images(manager, 1)).toFloatArray();
            int cells = flat.length / FeaturePyramid.CHANNELS;
            for (int c = 0; c < FeaturePyramid.CHANNELS; c++) {
                double sum = 0;
                float largest = Float.NEGATIVE_INFINITY;
                for (int i = c * cells; i < (c + 1) * cells; i++) {
                    sum += flat[i];
                    largest = Math.max(largest, flat[i]);
                }
                assertEquals(sum / cells, average[c], 1e-4);
                assertEquals(largest, max[c], 1e-5);
            }
        }
    }

    @Test
    void normalisedEmbeddingsHaveLengthOneAndTheSameDirection() {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient()) {
            float[] plain = Pass.embed(builder(Pooling.AVERAGE).build(manager), Pass.images(manager, 1)).toFloatArray();
            float[] unit = Pass.embed(builder(Pooling.AVERAGE).normalize(true).build(manager), Pass.images(manager, 1)).toFloatArray();
            double length = 0;
            for (float x : plain) {
                length += x * x;
            }
            for (int i = 0; i < plain.length; i++) {
                assertEquals(plain[i] / Math.sqrt(length), unit[i], 1e-5);
            }
        }
    }

    @Test
    void threeInputsAreOnePassInTheirOrder() {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient();
                FaceEmbedder model = builder(Pooling.AVERAGE).build(manager)) {
            NDArray all = Pass.images(manager, 6);
            NDArray triplets = model.forward(new ParameterStore(manager, false),
                    new NDList(all.get("0:2"), all.get("2:4"), all.get("4:6")), false).singletonOrThrow();
            assertArrayEquals(Pass.embed(model, all).toFloatArray(), triplets.toFloatArray(), 1e-4f);
        }
    }

    @Test
    void aPyramidStartsFromItsSeedInTorchvisionsBounds() {
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] a = lateral(builder(Pooling.AVERAGE).seed(1).build(manager));
            assertArrayEquals(a, lateral(builder(Pooling.AVERAGE).seed(1).build(manager)));
            assertFalse(Arrays.equals(a, lateral(builder(Pooling.AVERAGE).seed(2).build(manager))));
            double bound = Math.sqrt(3.0 / 256); // fan_in of the lateral of C2
            double squares = 0;
            for (float x : a) {
                assertTrue(Math.abs(x) <= bound);
                squares += x * x;
            }
            assertEquals(bound * bound / 3, squares / a.length, bound * bound / 100, "the variance of a uniform distribution");
            assertArrayEquals(new float[] {0.014411003f, 0.053213313f, 0.10197509f}, Arrays.copyOf(a, 3), 1e-8f, "recorded runs began with these");
        }
    }

    /** What a level does not pass through has no gradient, and no momentum that a checkpoint would keep. */
    @ParameterizedTest
    @CsvSource({"P2,0123,0", "P3,123,1", "P4,23,2", "P5,3,3", "POOL,3,3"})
    void ofThePyramidOnlyThePathToTheLevelIsTrained(Level level, String laterals, String output) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(level).build(manager)) {
            Set<String> expected = new TreeSet<>();
            for (String kind : List.of("weight", "bias")) {
                laterals.chars().forEach(i -> expected.add("fpn.inner_blocks." + (char) i + ".0." + kind));
                expected.add("fpn.layer_blocks." + output + ".0." + kind);
            }
            assertEquals(expected, model.named().entrySet().stream().filter(p -> p.getKey().startsWith("fpn.") && p.getValue().requiresGradient())
                    .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void aPredictorGivesTheSameInAnyThreadAndKeepsNoGraph() throws Exception {
        Path file = FolderImages.below(DataHome.find().generatedFaces().resolve("images/g0001")).images().get(0);
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder(Pooling.AVERAGE).build(manager);
                ImageLoader loader = new ImageLoader(SIZE); Predictor<Image, float[]> predictor = model.predictor(SIZE)) {
            List<float[]> ours = new ArrayList<>();
            Embeddings.each(model, List.of(file), loader, Progress.silent(), (image, embedding) -> ours.add(embedding));
            float[] theirs = CompletableFuture.supplyAsync(() -> {
                try {
                    return predictor.predict(ImageFactory.getInstance().fromFile(file));
                } catch (IOException | TranslateException e) {
                    throw new IllegalStateException(e);
                }
            }).get();
            assertArrayEquals(ours.get(0), theirs, 1e-4f);
            NDArray embedding = CompletableFuture.supplyAsync(() -> Pass.embed(model, Pass.images(manager, 1))).get();
            assertFalse(embedding.hasGradient(), "no autograd graph hangs on it");
        }
    }

    private static FaceEmbedderBuilder builder(Pooling pooling) {
        return FaceEmbedder.builder().level(Level.P4).pooling(pooling);
    }

    private static float[] lateral(FaceEmbedder model) {
        return model.named().get("fpn.inner_blocks.0.0.weight").getArray().toFloatArray();
    }
}
