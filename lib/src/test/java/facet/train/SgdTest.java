package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SgdTest {

    @Test
    void followsTorchsFormula() {
        double[] w = {1, -2};
        double[] v = {0, 0};
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, 0.9f)) {
            NDArray weight = manager.create(new float[] {1, -2});
            weight.setRequiresGradient(true);
            for (int step = 0; step < 6; step++) {
                cubeGradient(weight);
                sgd.update("w", weight, weight.getGradient());
                assertEquals(0, weight.getGradient().abs().sum().getFloat(), "the gradient is cleared");
                for (int i = 0; i < 2; i++) {
                    v[i] = 0.9 * v[i] + 0.03 * w[i] * w[i];
                    w[i] -= 0.1 * v[i];
                }
            }
            assertArrayEquals(new float[] {(float) w[0], (float) w[1]}, weight.toFloatArray(), 1e-6f);
            assertArrayEquals(new float[] {0.1f * (float) v[0], 0.1f * (float) v[1]}, sgd.velocity().get("w").toFloatArray(), 1e-6f, "kept times the rate");
        }
    }

    /** Rates that change, weight decay and gradients times a number, step by step: v = m v + g, w = w - rate v. */
    @ParameterizedTest
    @CsvSource({"0.9, 0", "0.9, 0.3", "0, 0.3"})
    void followsTorchsFormulaWhereTheRateChanges(float momentum, float decay) {
        double[] w = {1, -2};
        double[] v = {0, 0};
        float[] shares = {0.25f, 0.5f, 1, 1, 0.7f, 0.01f, 1};
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, momentum, decay)) {
            NDArray weight = manager.create(new float[] {1, -2});
            weight.setRequiresGradient(true);
            for (float share : shares) {
                cubeGradient(weight);
                sgd.update("w", weight, weight.getGradient(), 0.5f, share);
                assertEquals(0, weight.getGradient().abs().sum().getFloat(), "the gradient is cleared");
                for (int i = 0; i < 2; i++) {
                    v[i] = momentum * v[i] + 0.5 * 0.03 * w[i] * w[i] + decay * w[i];
                    w[i] -= 0.1 * share * v[i];
                }
            }
            assertArrayEquals(new float[] {(float) w[0], (float) w[1]}, weight.toFloatArray(), 1e-6f);
        }
    }

    /** Of the sum of 0.01 w^3. */
    private static void cubeGradient(NDArray weight) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            gradients.backward(weight.pow(3).mul(0.01f).sum());
        }
    }
}
