package facet.model.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import facet.data.FolderImages;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {

    private static final List<Path> IMAGES = FolderImages.below(DataHome.find().generatedFaces().resolve("images")).images().subList(0, 300);
    /** The mean of each colour: nothing that takes a network's time. */
    private static final FeatureKind COLOURS = new FeatureKind("colours", "", List.of(), DataType.FLOAT32,
            Pooling.AVERAGE::apply);

    @TempDir
    private Path cache;

    @Test
    void afterAStopTheSameCallGoesOn() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager);
                ImageLoader loader = new ImageLoader(4)) {
            Progress stop = (task, done, total, detail) -> {
                if (done == 272) {
                    Thread.currentThread().interrupt();
                }
            };
            String message = assertThrows(FacetException.class, () -> colours(model, loader, stop)).getMessage();
            assertTrue(Thread.interrupted(), "those above learn of it");
            assertEquals("Stopped after 288 of 300 images; 256 are kept, and the same command goes on from there.", message);
            List<Long> computed = new ArrayList<>();
            FeatureCache colours = colours(model, loader, (task, done, total, detail) -> computed.add(total));
            assertEquals(300 - 256, computed.get(0));
            for (Path image : List.of(IMAGES.get(0), IMAGES.get(255), IMAGES.get(256), IMAGES.get(299))) {
                assertIsItsMean(loader.load(image), colours.bytes(image).asFloatBuffer());
            }
        }
    }

    @Test
    void ofTwoThatLackTheSameOneComputesIt() throws InterruptedException {
        CountDownLatch secondIsThere = new CountDownLatch(1);
        Map<String, Long> said = new ConcurrentHashMap<>();
        Thread second = new Thread(() -> own((task, done, total, detail) -> {
            said.put("second " + task, total);
            secondIsThere.countDown();
        }));
        own((task, done, total, detail) -> {
            if (done == 0) {
                second.start();
                await(secondIsThere);
            }
            said.put("first " + task, total);
        });
        second.join();
        assertEquals(Map.of("first colours", 300L, "second wait for a program that computes the same", 1L, "second colours", 1L), said);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a network and a loader of its own, as another program. */
    private void own(Progress progress) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager); ImageLoader loader = new ImageLoader(4)) {
            colours(model, loader, progress);
        }
    }

    @Test
    void anotherImageInTheSamePlaceIsAnother(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.jpg");
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager)) {
            for (Path image : IMAGES.subList(0, 2)) {
                Files.copy(image, file, StandardCopyOption.REPLACE_EXISTING);
                try (ImageLoader loader = new ImageLoader(4)) { // it keeps images by their path: a new one each time
                    FloatBuffer colours = new FeatureCache(COLOURS, model, List.of(file), loader, cache, Progress.silent()).bytes(file).asFloatBuffer();
                    assertIsItsMean(loader.load(image), colours);
                }
            }
        }
    }

    /** Large features, such as whole maps, are not held until 256 images are together. */
    @Test
    void aFileIsWrittenWhenItIsFull() throws IOException {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager); ImageLoader loader = new ImageLoader(4)) {
            long twoBatches = 2 * 16 * 3 * Float.BYTES;
            FeatureCache colours = new FeatureCache(COLOURS, model, IMAGES.subList(0, 40), loader, cache, Progress.silent(), twoBatches);
            try (Stream<Path> files = Files.list(cache.resolve(COLOURS.hash()))) {
                assertEquals(2, files.filter(file -> file.toString().endsWith(".safetensors")).count());
            }
            for (Path image : List.of(IMAGES.get(0), IMAGES.get(31), IMAGES.get(32), IMAGES.get(39))) {
                assertIsItsMean(loader.load(image), colours.bytes(image).asFloatBuffer());
            }
        }
    }

    private static void assertIsItsMean(byte[] pixels, FloatBuffer colours) {
        double[] mean = {0.485, 0.456, 0.406}; // ImageNet's
        double[] deviation = {0.229, 0.224, 0.225};
        for (int colour = 0; colour < 3; colour++) {
            double sum = 0;
            for (int i = colour; i < pixels.length; i += 3) {
                sum += ((pixels[i] & 0xFF) / 255.0 - mean[colour]) / deviation[colour];
            }
            assertEquals(sum / (pixels.length / 3), colours.get(colour), 1e-5);
        }
    }

    private FeatureCache colours(FaceEmbedder model, ImageLoader loader, Progress progress) {
        return new FeatureCache(COLOURS, model, IMAGES, loader, cache, progress);
    }
}
