package facet.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.model.Pooling;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pooling first is the same function with the same gradients, also for odd sizes and maps that are not square. */
class PooledPyramidTest {

    private static final double TOLERANCE = 1e-5;
    private static final PrecisionCast CASTS = PrecisionCast.of(Precision.FP32, null);

    @ParameterizedTest
    @CsvSource({"P2,28,28,256", "P3,28,28,256", "P4,28,28,256", "P5,28,28,256", "P2,18,13,256", "P3,18,13,256", "P4,17,21,256", "P5,17,21,256", "P2,3,1,256", "P2,18,13,8",
        "P4,17,21,128", "POOL,28,28,256", "POOL,17,21,256", "POOL,3,1,256", "POOL,40,64,8", "POOL,57,30,8", "POOL,65,90,8"})
    void equalsThePlainHead(Level level, int height, int width, int channels) {
        Random random = new Random(level.ordinal());
        try (NDManager manager = NDManager.newBaseManager()) {
            FeaturePyramid pyramid = new FeaturePyramid(level, channels, CASTS);
            NDList maps = HeadRun.maps(manager, height, width, channels, random);
            pyramid.initialize(manager, DataType.FLOAT32, maps.getShapes());
            pyramid.named().values().forEach(parameter -> HeadRun.fill(parameter, random));
            List<float[]> plain = HeadRun.of(pyramid, maps, PooledPyramidTest::plain, () -> { });
            List<float[]> first = HeadRun.of(pyramid, maps, PooledPyramidTest::first, () -> { });
            for (int i = 0; i < plain.size(); i++) {
                double error = RelativeError.of(plain.get(i), first.get(i));
                int which = i;
                // The plain head sums a bias's gradient place by place in fp32 and loses two digits; ours is a single product.
                double tolerance = plain.get(i).length == FeaturePyramid.CHANNELS && i > 0 ? 10 * TOLERANCE : TOLERANCE;
                assertTrue(error <= tolerance, () -> "array " + which + " differs by " + error);
            }
        }
    }

    /** What the backward pass reads is still there when Java has collected its garbage and used the memory for something else. */
    @Test
    void theBackwardPassReadsNoMemoryThatJavaTookBack() {
        Random random = new Random(5);
        try (NDManager manager = NDManager.newBaseManager()) {
            FeaturePyramid pyramid = new FeaturePyramid(Level.P2, CASTS);
            NDList maps = HeadRun.maps(manager, 28, 28, 256, random);
            pyramid.initialize(manager, DataType.FLOAT32, maps.getShapes());
            pyramid.named().values().forEach(parameter -> HeadRun.fill(parameter, random));
            List<float[]> plain = HeadRun.of(pyramid, maps, PooledPyramidTest::plain, () -> { });
            List<float[]> first = HeadRun.of(pyramid, maps, PooledPyramidTest::first, HeadRun::overwriteFreeMemory);
            for (int i = 1; i <= maps.size(); i++) {
                assertTrue(RelativeError.of(plain.get(i), first.get(i)) <= TOLERANCE, "map " + i + " differs by " + RelativeError.of(plain.get(i), first.get(i)));
            }
        }
    }

    @Test
    void countsOfAFineMapAreItsWindows() {
        // Tap (-1, -1) of a 2 x 3 map sees neither its last row nor its last column; tap (0, 0) all of it.
        float[] counts = PyramidTaps.counts(new int[] {2}, new int[] {3}, 1);
        assertArrayEquals(new float[] {1, 1, 0, 0, 0, 0}, Arrays.copyOf(counts, 6));
        assertArrayEquals(new float[] {1, 1, 1, 1, 1, 1}, Arrays.copyOfRange(counts, 24, 30));
    }

    /** For each place of the output that is averaged, each tap sees one place of the map, or none. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,5", "4,4", "7,6"})
    void everySecondPlaceCounts(int height, int width) {
        float[] expected = new float[PyramidTaps.TAPS * height * width];
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                for (int tap = 0; tap < PyramidTaps.TAPS; tap++) {
                    int row = y + tap / 3 - 1;
                    int column = x + tap % 3 - 1;
                    if (row >= 0 && row < height && column >= 0 && column < width) {
                        expected[(tap * height + row) * width + column]++;
                    }
                }
            }
        }
        assertArrayEquals(expected, PyramidTaps.counts(new int[] {height}, new int[] {width}, 2));
    }

    private static NDArray plain(FeaturePyramid pyramid, ParameterStore store, NDList maps) {
        return Pooling.AVERAGE.apply(pyramid.forward(store, maps, true).singletonOrThrow());
    }

    private static NDArray first(FeaturePyramid pyramid, ParameterStore store, NDList maps) {
        return PooledPyramid.average(pyramid, store, PooledPyramid.windows(pyramid, CASTS, maps, true), true);
    }
}
