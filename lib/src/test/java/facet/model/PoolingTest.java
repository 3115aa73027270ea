package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pooling and its gradient, against loops over doubles. */
class PoolingTest {

    private static final int N = 2;
    private static final int CHANNELS = 3;

    /** An output is the sum of some places times their weights, which depend on the sign of a place at the most. */
    private interface Weights {
        double weight(int output, int y, int x, double value);
    }

    @ParameterizedTest
    @CsvSource({"28, 28", "14, 14", "7, 7", "4, 4", "2, 2", "10, 9", "13, 5", "8, 7", "1, 20", "56, 30"})
    void gridIsTheMeanOfEachField(int height, int width) {
        int rows = Math.min(7, height);
        int columns = Math.min(7, width);
        check(Pooling.GRID, height, width, rows * columns, (output, y, x, value) -> {
            int row = output / columns;
            int column = output % columns;
            int top = row * height / rows; // torch: from floor(i * H / 7) to ceil((i + 1) * H / 7)
            int bottom = (int) Math.ceil((row + 1) * height / (double) rows);
            int left = column * width / columns;
            int right = (int) Math.ceil((column + 1) * width / (double) columns);
            return y >= top && y < bottom && x >= left && x < right ? 1.0 / ((bottom - top) * (right - left)) : 0;
        });
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "4, 4", "1, 1", "5, 8"})
    void reluComesBeforeTheAverage(int height, int width) {
        check(Pooling.RELU, height, width, 1, (output, y, x, value) -> value > 0 ? 1.0 / (height * width) : 0);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "4, 3", "1, 1"})
    void flattenAndAverageAreWhatTheySay(int height, int width) {
        check(Pooling.AVERAGE, height, width, 1, (output, y, x, value) -> 1.0 / (height * width));
        check(Pooling.FLATTEN, height, width, height * width, (output, y, x, value) -> output == y * width + x ? 1 : 0);
    }

    private static void check(Pooling pooling, int height, int width, int outputs, Weights weights) {
        float[] map = values(N * CHANNELS * height * width, 1);
        float[] direction = values(N * CHANNELS * outputs, 2);
        double[] vector = new double[direction.length];
        double[] gradient = new double[map.length];
        for (int channel = 0; channel < N * CHANNELS; channel++) {
            for (int output = 0; output < outputs; output++) {
                for (int place = 0; place < height * width; place++) {
                    double value = map[channel * height * width + place];
                    double weight = weights.weight(output, place / width, place % width, value);
                    vector[channel * outputs + output] += weight * value;
                    gradient[channel * height * width + place] += weight * direction[channel * outputs + output];
                }
            }
        }
        try (NDManager manager = NDManager.newBaseManager(); GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            Shape shape = new Shape(N, CHANNELS, height, width);
            NDArray input = manager.create(map, shape);
            input.setRequiresGradient(true);
            NDArray pooled = pooling.apply(input);
            assertEquals(new Shape(N, CHANNELS * outputs), pooled.getShape());
            assertEquals(pooled.getShape(), pooling.outputShape(shape));
            gradients.backward(pooled.mul(manager.create(direction, pooled.getShape())).sum());
            assertArrayEquals(vector, doubles(pooled), 1e-6, pooling + " of " + shape);
            assertArrayEquals(gradient, doubles(input.getGradient()), 1e-6, "gradient of " + pooling + " of " + shape);
        }
    }

    private static double[] doubles(NDArray array) {
        float[] numbers = array.toFloatArray();
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }

    private static float[] values(int length, int seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
