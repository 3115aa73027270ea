package facet.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In evaluation mode the network gives torchvision's numbers. */
class GoldenEvaluationTest {

    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mapsEmbeddingsAndLossAreTorchvisions(boolean poolFirst) {
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.open(manager)) {
            Map<String, Double> errors = golden.evaluationErrors(manager, poolFirst);
            assertEquals(15, errors.size());
            errors.forEach((name, error) -> {
                System.out.printf(Locale.ROOT, "golden %s: relative error %.1e%n", name, error);
                assertTrue(error <= TOLERANCE, () -> String.format(Locale.ROOT, "%s differs by %.2e", name, error));
            });
        }
    }

    @Test
    void anErrorIsRelativeToTheirNorm() {
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.open(manager)) {
            double[] theirs = golden.get("eval_C2_gap");
            float[] ours = new float[theirs.length];
            double norm = Math.sqrt(Stream.of(golden.values().get("eval_C2_gap").toArray()).mapToDouble(x -> Math.pow(x.doubleValue(), 2)).sum());
            for (int i = 0; i < ours.length; i++) {
                ours[i] = (float) theirs[i];
            }
            ours[0] += norm / 100;
            NDArray changed = manager.create(ours);
            assertEquals(0.01, golden.error("eval_C2_gap", changed), 1e-5);
        }
    }
}
