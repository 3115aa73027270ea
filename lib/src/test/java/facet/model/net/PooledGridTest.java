package facet.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.model.Pooling;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grid that is pooled before the 3x3 convolution is the same function with the same gradients as one that is pooled after it. */
class PooledGridTest {

    private static final PrecisionCast CASTS = PrecisionCast.of(Precision.FP32, null);

    @ParameterizedTest
    @CsvSource({"P2,28,28", "P3,28,28", "P4,28,28", "P5,28,28", "POOL,28,28", "P2,18,13", "P3,33,18", "P2,7,3", "P2,1,20", "POOL,65,90", "P5,90,57"})
    void equalsTheGridOfTheLevel(Level level, int height, int width) {
        Random random = new Random(level.ordinal());
        try (NDManager manager = NDManager.newBaseManager()) {
            FeaturePyramid pyramid = new FeaturePyramid(level, 8, CASTS);
            NDList maps = HeadRun.maps(manager, height, width, 8, random);
            pyramid.initialize(manager, DataType.FLOAT32, maps.getShapes());
            pyramid.named().values().forEach(parameter -> HeadRun.fill(parameter, random));
            List<float[]> plain = HeadRun.of(pyramid, maps, PooledGridTest::plain, () -> { });
            List<float[]> first = HeadRun.of(pyramid, maps, PooledGridTest::first, () -> { });
            assertEquals(plain.get(0).length, first.get(0).length);
            for (int i = 0; i < plain.size(); i++) {
                int which = i;
                double error = RelativeError.of(plain.get(i), first.get(i));
                assertTrue(error <= 1e-5, () -> "array " + which + " differs by " + error);
            }
        }
    }

    /** What the backward pass reads is still there when Java has used the memory for something else. */
    @Test
    void theBackwardPassReadsNoMemoryThatJavaTookBack() {
        Random random = new Random(5);
        try (NDManager manager = NDManager.newBaseManager()) {
            FeaturePyramid pyramid = new FeaturePyramid(Level.P2, 8, CASTS);
            NDList maps = HeadRun.maps(manager, 28, 28, 8, random);
            pyramid.initialize(manager, DataType.FLOAT32, maps.getShapes());
            pyramid.named().values().forEach(parameter -> HeadRun.fill(parameter, random));
            List<float[]> expected = HeadRun.of(pyramid, maps, PooledGridTest::first, () -> { });
            List<float[]> found = HeadRun.of(pyramid, maps, PooledGridTest::first, HeadRun::overwriteFreeMemory);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), found.get(i), "array " + i);
            }
        }
    }

    private static NDArray plain(FeaturePyramid pyramid, ParameterStore store, NDList maps) {
        return Pooling.GRID.apply(pyramid.forward(store, maps, true).singletonOrThrow());
    }

    private static NDArray first(FeaturePyramid pyramid, ParameterStore store, NDList maps) {
        NDArray fields = pyramid.fields(store, maps.subNDList(pyramid.target()), true);
        return fields.reshape(fields.getShape().get(0), -1);
    }
}
