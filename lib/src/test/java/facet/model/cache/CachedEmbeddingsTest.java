package facet.model.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.NoGradient;
import facet.model.net.Precision;
import facet.model.net.Strides;
import facet.model.weights.Weights;
import facet.train.TripletMeasurement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedEmbeddingsTest {

    private static final List<Path> IMAGES = TripletMeasurement.images(
            TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(3).all()).stream().limit(5).toList();

    @TempDir
    private Path cache;
    private final List<Long> computed = new ArrayList<>();
    private final Progress progress = (task, done, total, detail) -> computed.add(detail.equals("read from what was kept") ? 0 : total);

    @Test
    void areComputedOnceForANetwork() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).build(manager);
                ImageLoader loader = new ImageLoader(64)) {
            List<float[]> first = embeddings(model, loader);
            assertEquals(5, computed.get(0));
            computed.clear();
            List<float[]> again = embeddings(model, loader);
            assertEquals(List.of(0L), computed);
            List<float[]> plain = new ArrayList<>();
            Embeddings.each(model, IMAGES, loader, Progress.silent(), (image, embedding) -> plain.add(embedding));
            for (int i = 0; i < 5; i++) {
                assertArrayEquals(first.get(i), again.get(i));
                assertTrue(RelativeError.of(plain.get(i), first.get(i)) < 1e-6);
            }
            try (NoGradient off = new NoGradient()) {
                model.named().get("layer1.0.bn1.bias").getArray().addi(1f);
            }
            assertTrue(RelativeError.of(first.get(0), embeddings(model, loader).get(0)) > 1e-3, "another network is asked itself");
            assertEquals(5, computed.get(1));
        }
    }

    @Test
    void anInterruptStopsThemAndIsNotSwallowed() {
        Progress interrupts = (task, done, total, detail) -> Thread.currentThread().interrupt();
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).build(manager);
                ImageLoader loader = new ImageLoader(32)) {
            String message = assertThrows(FacetException.class, () -> Embeddings.each(model, IMAGES, loader, interrupts, (image, embedding) -> { })).getMessage();
            assertTrue(Thread.interrupted());
            assertEquals("Stopped after 5 of 5 images.", message);
        }
    }

    /** It is only a cache: here its folder stands where a file is, as if the disk were full or another user's. */
    @Test
    void aCacheThatCannotBeWrittenStopsNothing() throws IOException {
        Path file = Files.writeString(cache.resolve("a file"), "");
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).build(manager);
                ImageLoader loader = new ImageLoader(32)) {
            List<float[]> kept = new ArrayList<>();
            new CachedEmbeddings(model, loader, cache.resolve("whole")).each(IMAGES, Progress.silent(), (image, embedding) -> kept.add(embedding));
            List<float[]> held = new ArrayList<>();
            System.setErr(new PrintStream(notes, true));
            new CachedEmbeddings(model, loader, file).each(IMAGES, Progress.silent(), (image, embedding) -> held.add(embedding));
            for (int i = 0; i < IMAGES.size(); i++) {
                assertArrayEquals(kept.get(i), held.get(i));
            }
        } finally {
            System.setErr(terminal);
        }
        List<String> lines = notes.toString().lines().toList();
        assertEquals(1, lines.size(), notes.toString());
        assertTrue(lines.get(0).startsWith("Note: Could not write " + file) && lines.get(0).endsWith(" Facet goes on without this cache and will compute the same again next time."), notes.toString());
    }

    @Test
    void longOnesAreNotKept() {
        try (NDManager manager = NDManager.newBaseManager();
                FaceEmbedder model = FaceEmbedder.builder().level(Level.P2).pooling(Pooling.FLATTEN).build(manager);
                ImageLoader loader = new ImageLoader(64)) {
            assertEquals(5, embeddings(model, loader).size());
            assertTrue(Files.notExists(cache.resolve("embeddings")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "level", "pooling", "poolFirst", "normalize", "precision", "strides", "seed", "image size"})
    void ofOtherSettingsAreOthers(String changed) throws IOException {
        keepOne("none");
        keepOne(changed);
        try (Stream<Path> folders = Files.list(cache)) {
            assertEquals(changed.equals("none") ? 1 : 2, folders.count());
        }
    }

    /** Keeps the embedding of one image by a network that differs from the paper's in one setting. */
    private void keepOne(String changed) {
        FaceEmbedderBuilder builder = FaceEmbedder.builder();
        switch (changed) {
            case "level" -> builder.level(Level.P3); // has the same parameters
            case "pooling" -> builder.pooling(Pooling.MAX);
            case "poolFirst" -> builder.poolFirst(false);
            case "normalize" -> builder.normalize(true);
            case "precision" -> builder.precision(Precision.BF16);
            case "strides" -> builder.weights(Weights.embedded().with(Strides.V1_5));
            case "seed" -> builder.seed(1);
            default -> { }
        }
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder.build(manager);
                ImageLoader loader = new ImageLoader(changed.equals("image size") ? 48 : 32)) {
            new CachedEmbeddings(model, loader, cache).each(IMAGES.subList(0, 1), Progress.silent(), (image, embedding) -> { });
        }
    }

    private List<float[]> embeddings(FaceEmbedder model, ImageLoader loader) {
        List<float[]> embeddings = new ArrayList<>();
        new CachedEmbeddings(model, loader, cache.resolve("embeddings")).each(IMAGES, progress, (image, embedding) -> embeddings.add(embedding));
        return embeddings;
    }
}
