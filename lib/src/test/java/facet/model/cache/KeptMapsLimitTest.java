package facet.model.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDManager;
import facet.data.FolderImages;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is kept of maps, and who shares it. */
class KeptMapsLimitTest {

    private static final List<Path> IMAGES = FolderImages.below(DataHome.find().generatedFaces().resolve("images")).images().subList(0, 2);
    private static final int SIZE = 64;
    /** Of C2 to C5 at 64 pixels: 16, 8, 4 and 2 places a side; one number says the size. */
    private static final long P2_NUMBERS = 1 + 256 * 256 + 512 * 64 + 1024 * 16 + 2048 * 4;
    private static final long P5_NUMBERS = 1 + 2048 * 4;

    @TempDir
    private Path cache;

    @Test
    void whatTakesTooMuchIsNotKept() {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE); FaceEmbedder model = model(manager, Level.P2, Pooling.FLATTEN, Precision.FP32)) {
            long bytes = 2 * P2_NUMBERS * Float.BYTES;
            List<String> told = new ArrayList<>();
            Progress progress = (task, done, total, detail) -> told.add(task + ": " + detail);
            assertSame(loader, KeptStages.of(model, IMAGES, Set.of(), loader, cache, progress, bytes - 1));
            assertEquals(List.of("maps of the frozen backbone: not kept: 0 MB are more than 0"), told);
            assertInstanceOf(KeptStages.class, KeptStages.of(model, IMAGES, Set.of(), loader, cache, progress, bytes));
        }
    }

    @Test
    void bfloat16TakesTheHalfAndACoarseLevelLess() {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (Level level : List.of(Level.P2, Level.P5, Level.POOL)) {
                for (Precision precision : Precision.values()) {
                    FaceEmbedder model = model(manager, level, Pooling.GRID, precision);
                    long numbers = level == Level.P2 ? P2_NUMBERS : P5_NUMBERS;
                    assertEquals(7 * numbers * (precision == Precision.FP32 ? 4 : 2), KeptStages.bytes(model, model.sparedStages().orElseThrow(), SIZE, 7));
                }
            }
        }
    }

    /** A study of readings computes them once: P5 and POOL see C5, and what comes behind the maps does not decide them. */
    @Test
    void readingsOfOneMapShareIt() throws IOException {
        keep(Level.P5, Pooling.FLATTEN);
        keep(Level.P5, Pooling.GRID);
        keep(Level.POOL, Pooling.RELU);
        keep(Level.NONE, Pooling.GRID); // a linear layer on C5
        assertEquals(1, folders());
        keep(Level.P4, Pooling.FLATTEN);
        assertEquals(2, folders());
    }

    private void keep(Level level, Pooling pooling) {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE); FaceEmbedder model = model(manager, level, pooling, Precision.FP32)) {
            KeptStages.of(model, IMAGES, loader, cache, Progress.silent());
        }
    }

    private long folders() throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.count();
        }
    }

    private static FaceEmbedder model(NDManager manager, Level level, Pooling pooling, Precision precision) {
        return FaceEmbedder.builder().level(level).pooling(pooling).precision(precision).stages(0).build(manager);
    }
}
