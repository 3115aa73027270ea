package facet.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.ImageLoader;
import facet.data.image.TestImages;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the judge keeps, by an embedder that counts; and the real one on generated faces. */
class SFaceJudgeTest {

    @TempDir
    Path folder;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger embedded = new AtomicInteger();
    private final List<Path> images = new ArrayList<>();
    private Runnable each = () -> { };

    @BeforeEach
    void files() throws IOException {
        for (int i = 0; i < 6; i++) {
            images.add(Files.writeString(folder.resolve(i + ".jpg"), "image " + i));
        }
    }

    /** The direction of a file's length and last character. */
    private static float[] direction(Path image) {
        try {
            double angle = Files.readString(image).charAt(6) - '0';
            float[] embedding = new float[SFace.DIMENSIONS];
            embedding[0] = (float) Math.cos(angle / 4);
            embedding[1] = (float) Math.sin(angle / 4);
            return embedding;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SFaceJudge judge(String name) {
        return new SFaceJudge(name, folder.resolve("cache/judge"), () -> {
            opened.incrementAndGet();
            return new SFaceJudge.Embedder() {
                @Override
                public float[] embed(Path image) {
                    embedded.incrementAndGet();
                    each.run();
                    return direction(image);
                }

                @Override
                public void close() { }
            };
        });
    }

    private void check(ToDoubleBiFunction<Path, Path> likeness) {
        for (int i = 0; i < images.size(); i++) {
            for (int k = 0; k < images.size(); k++) {
                assertEquals(Math.cos((i - k) / 4.0), likeness.applyAsDouble(images.get(i), images.get(k)), 1e-6);
            }
        }
    }

    @Test
    void eachImageIsJudgedOnceByEachJudge() throws IOException {
        check(judge("sface a, yunet b").likeness(images, Progress.silent()));
        check(judge("sface a, yunet b").likeness(images, Progress.silent()));
        assertEquals(List.of(1, 6), List.of(opened.get(), embedded.get()), "kept");
        Path copy = Files.copy(images.get(2), folder.resolve("copy.jpg"));
        assertEquals(1, judge("sface a, yunet b").likeness(List.of(copy, images.get(2)), Progress.silent()).applyAsDouble(copy, images.get(2)), 1e-6);
        assertEquals(6, embedded.get(), "by content");
        Files.writeString(images.get(1), "image 5 now");
        judge("sface a, yunet b").likeness(images, Progress.silent());
        assertEquals(7, embedded.get(), "the changed one alone");
        judge("sface c, yunet b").likeness(images, Progress.silent());
        assertEquals(13, embedded.get(), "another judge has embeddings of its own");
    }

    @Test
    void aStopLosesNothing() {
        each = () -> {
            if (embedded.get() == 3) {
                Thread.currentThread().interrupt();
            }
        };
        List<String> said = new ArrayList<>();
        FacetException e = assertThrows(FacetException.class, () -> judge("j").likeness(images, (task, done, total, detail) -> said.add(task + " " + done + "/" + total)));
        assertTrue(Thread.interrupted(), "it stays set");
        assertEquals("Stopped after 3 of 6 images were judged. They are kept: the same command goes on from there.", e.getMessage());
        assertEquals(List.of("judge 0/6", "judge 1/6", "judge 2/6"), said);
        check(judge("j").likeness(images, Progress.silent()));
        assertEquals(6, embedded.get());
    }

    @Test
    void aDamagedFileIsJudgedAnew() throws IOException {
        judge("j").likeness(images, Progress.silent());
        Path file = folder.resolve("cache/judge/j.embeddings");
        byte[] whole = Files.readAllBytes(file);
        assertEquals(6 * (32 + 4 * 128), whole.length);
        for (int length : new int[] {0, 5, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            check(judge("j").likeness(images, Progress.silent()));
        }
        assertEquals(24, embedded.get());
    }

    @Test
    void ofSeveralAtOnceOneJudgesAndTheOthersWait() throws InterruptedException {
        each = () -> {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = IntStream.range(0, 3).mapToObj(i -> new Thread(() -> check(judge("j").likeness(images, Progress.silent())))).toList();
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failures.add(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
        assertEquals(6, embedded.get());
    }

    @Test
    void theRealJudgeIsSFaceOnAlignedFaces() throws IOException {
        Path yunet = FaceFiles.yunet();
        Path sface = FaceFiles.sface();
        Path faces = DataHome.find().generatedFaces().resolve("images");
        Path blank = TestImages.write(folder.resolve("blank.png"), TestImages.gradient(60, 40));
        List<Path> real = List.of(faces.resolve("g0001/g0001_0001.jpg"), faces.resolve("g0001/g0001_0002.jpg"), faces.resolve("g0002/g0002_0001.jpg"), blank);
        Map<Path, float[]> naive = new HashMap<>();
        try (AlignedImages aligned = AlignedImages.of(FaceFinder.of(yunet), 112, folder); SFace network = SFace.of(sface); ImageLoader loader = new ImageLoader(112)) {
            new AlignedSource(new SFaceSource(network, loader), aligned).each(real, Progress.silent(), naive::put);
        }
        try (AlignedSFace embedder = new AlignedSFace(yunet, sface)) {
            for (Path image : real) {
                assertArrayEquals(naive.get(image), embedder.embed(image), 1e-6f, image.toString());
            }
            assertEquals(1, embedder.faceless(), "the blank one");
        }
        ToDoubleBiFunction<Path, Path> likeness = new SFaceJudge("real", folder, () -> new AlignedSFace(yunet, sface)).likeness(real, Progress.silent());
        double same = likeness.applyAsDouble(real.get(0), real.get(1));
        assertEquals(1, likeness.applyAsDouble(real.get(0), real.get(0)), 1e-5);
        assertTrue(same > 0.3 && same > likeness.applyAsDouble(real.get(0), real.get(2)), "one person: " + same);
    }
}
