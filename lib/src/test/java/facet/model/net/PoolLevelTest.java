package facet.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.model.weights.Weights;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level POOL, place by place in doubles: torch's max_pool2d(P5, kernel 1, stride 2, padding 0). */
class PoolLevelTest {

    private static final int OUT = FeaturePyramid.CHANNELS;
    private static final int IN = 8; // of C5
    private static final PrecisionCast CASTS = PrecisionCast.of(Precision.FP32, null);

    @ParameterizedTest
    @CsvSource({"4, 4", "7, 7", "3, 6", "1, 2", "5, 1"})
    void isEverySecondPlaceOfP5(int height, int width) {
        try (NDManager manager = NDManager.newBaseManager(); GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            Random random = new Random(7);
            FeaturePyramid pyramid = new FeaturePyramid(Level.POOL, 1, CASTS);
            NDList maps = new NDList(manager.create(new Shape(1, 1, 1, 1)), manager.create(new Shape(1, 2, 1, 1)), manager.create(new Shape(1, 4, 1, 1)),
                    manager.create(values(IN * height * width, random), new Shape(1, IN, height, width)));
            pyramid.initialize(manager, DataType.FLOAT32, maps.getShapes());
            pyramid.named().values().forEach(parameter -> Weights.copy(FloatBuffer.wrap(values((int) parameter.getArray().size(), random)), parameter));
            int rows = (height + 1) / 2;
            int columns = (width + 1) / 2;
            float[] direction = values(OUT * rows * columns, random);
            NDArray level = pyramid.forward(new ParameterStore(manager, false), maps, true).singletonOrThrow();
            assertEquals(new Shape(1, OUT, rows, columns), level.getShape());
            assertEquals(level.getShape(), pyramid.getOutputShapes(maps.getShapes())[0]);
            gradients.backward(level.mul(manager.create(direction, level.getShape())).sum());

            double[] merged = merged(maps.get(3).toFloatArray(), numbers(pyramid, "inner_blocks.3.0.weight"), numbers(pyramid, "inner_blocks.3.0.bias"), height * width);
            float[] weight = numbers(pyramid, "layer_blocks.3.0.weight");
            float[] bias = numbers(pyramid, "layer_blocks.3.0.bias");
            float[] expected = new float[OUT * rows * columns];
            double[] gradient = new double[weight.length];
            for (int o = 0; o < OUT; o++) {
                for (int place = 0; place < rows * columns; place++) {
                    double sum = bias[o];
                    for (int tap = 0; tap < 9; tap++) {
                        int y = 2 * (place / columns) + tap / 3 - 1;
                        int x = 2 * (place % columns) + tap % 3 - 1;
                        for (int i = 0; i < OUT && y >= 0 && y < height && x >= 0 && x < width; i++) {
                            sum += weight[(o * OUT + i) * 9 + tap] * merged[(i * height + y) * width + x];
                            gradient[(o * OUT + i) * 9 + tap] += direction[o * rows * columns + place] * merged[(i * height + y) * width + x];
                        }
                    }
                    expected[o * rows * columns + place] = (float) sum;
                }
            }
            close(expected, level.toFloatArray());
            float[] wanted = new float[gradient.length];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = (float) gradient[i];
            }
            close(wanted, pyramid.named().get("layer_blocks.3.0.weight").getArray().getGradient().toFloatArray());
        }
    }

    /** The lateral of C5 at each place, [256 * places]. */
    private static double[] merged(float[] c5, float[] weight, float[] bias, int places) {
        double[] merged = new double[OUT * places];
        for (int o = 0; o < OUT; o++) {
            for (int place = 0; place < places; place++) {
                merged[o * places + place] = bias[o];
                for (int i = 0; i < IN; i++) {
                    merged[o * places + place] += (double) weight[o * IN + i] * c5[i * places + place];
                }
            }
        }
        return merged;
    }

    /** It comes last, so that the names and places of those before it stay. */
    @Test
    void itsStrideIsTwiceThatOfP5() {
        assertEquals(64, Level.POOL.stride());
        assertEquals(32, Level.P5.stride());
        assertEquals(Level.P5.map(), Level.POOL.map());
        assertEquals("ResNet-50 + FPN POOL", Level.POOL.network());
    }

    private static void close(float[] expected, float[] actual) {
        double error = RelativeError.of(expected, actual);
        assertTrue(error < 1e-5, "differs by " + error);
    }

    private static float[] numbers(FeaturePyramid pyramid, String name) {
        return pyramid.named().get(name).getArray().toFloatArray();
    }

    private static float[] values(int length, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
