package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefetchTest {

    private static final String CLOSED = "The ImageLoader was closed, so it reads no more images. Make a new one, and close it after its last batch.";

    @TempDir
    private Path folder;
    private final List<List<Path>> batches = new ArrayList<>();

    @BeforeEach
    void writeTwentyBatches() throws IOException {
        for (int batch = 0; batch < 20; batch++) {
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                files.add(TestImages.write(folder.resolve(batch + "-" + i + ".png"), TestImages.gradient(5 + batch, 5 + i)));
            }
            batches.add(files);
        }
    }

    @Test
    void batchesComeInTheirOrder() {
        try (ImageLoader loader = new ImageLoader(8); ImageLoader plain = new ImageLoader(8); Prefetch decoded = loader.prefetch(batches)) {
            for (List<Path> files : batches) {
                List<byte[]> batch = decoded.next();
                assertEquals(3, batch.size());
                for (int i = 0; i < 3; i++) {
                    assertArrayEquals(plain.load(files.get(i)), batch.get(i));
                }
            }
            assertFalse(decoded.hasNext());
            assertThrows(NoSuchElementException.class, decoded::next);
        }
    }

    @Test
    void aDamagedFileIsNamedWhereItsBatchIsTaken() throws IOException {
        Files.writeString(batches.get(2).get(1), "<html>");
        try (ImageLoader loader = new ImageLoader(8); Prefetch decoded = loader.prefetch(batches)) {
            decoded.next();
            decoded.next();
            FacetException e = assertThrows(FacetException.class, decoded::next);
            assertTrue(e.getMessage().contains("2-1.png is not an image"), e.getMessage());
        }
    }

    @Test
    void itCanBeLeftEarlyAndTheLoaderGoesOn() {
        try (ImageLoader loader = new ImageLoader(8)) {
            try (Prefetch decoded = loader.prefetch(batches)) {
                decoded.next();
            }
            try (Prefetch decoded = loader.prefetch(batches)) {
                batches.forEach(files -> assertEquals(3, decoded.next().size()));
            }
        }
    }

    @Test
    void aClosedLoaderSaysSo() {
        ImageLoader loader = new ImageLoader(8);
        loader.close();
        assertEquals(CLOSED, assertThrows(FacetException.class, () -> loader.prefetch(batches)).getMessage());
    }

    /** No batch is left to begin: those that no thread has begun would be waited for without an end. */
    @Test
    void aLoaderThatIsClosedWhileABatchIsAwaitedSaysSo() {
        ImageLoader loader = new ImageLoader(8);
        Prefetch decoded = loader.prefetch(IntStream.range(0, 4).mapToObj(i -> Collections.nCopies(1000, batches.get(i).get(0))).toList());
        loader.close();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (decoded.hasNext()) {
                try {
                    assertEquals(1000, decoded.next().size());
                } catch (FacetException e) {
                    assertEquals(CLOSED, e.getMessage());
                }
            }
        });
    }

    @Test
    void noBatchesAreNoBatches() {
        try (ImageLoader loader = new ImageLoader(8); Prefetch decoded = loader.prefetch(List.of())) {
            assertFalse(decoded.hasNext());
        }
    }
}
