package facet.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.train.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five steps in float64, on rows of what spared stages give and on images: the same numbers. */
class TrainedPartStepsTest {

    private static final int STEPS = 5;
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource({"4, P2, AVERAGE, BATCH", "3, P2, AVERAGE, BATCH", "2, P2, AVERAGE, BATCH", "1, P2, AVERAGE, BATCH", "1, P4, AVERAGE, BATCH", "1, P5, AVERAGE, BATCH", "3, NONE, AVERAGE, BATCH",
        "2, P3, AVERAGE, FROZEN", "2, P4, GRID, BATCH"})
    void rowsGiveTheNumbersOfTheWholeNetwork(int stages, Level level, Pooling pooling, Norms norms) {
        List<Double> expected = losses(stages, level, pooling, norms, false);
        List<Double> found = losses(stages, level, pooling, norms, true);
        for (int step = 0; step < STEPS; step++) {
            assertEquals(expected.get(step), found.get(step), EXACT * expected.get(step), "step " + step);
        }
        assertTrue(Math.abs(expected.get(1) / expected.get(0) - 1) > 1e-6, "it trains: " + expected);
    }

    private static List<Double> losses(int stages, Level level, Pooling pooling, Norms norms, boolean rows) {
        List<Double> losses = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.0001f, 0.9f);
                FaceEmbedder model = FaceEmbedder.builder().level(level).pooling(pooling).stages(stages).norms(norms).seed(3).build(manager)) {
            WideParameters wide = new WideParameters(manager);
            manager.getEngine().setRandomSeed(7);
            NDArray images = manager.randomNormal(new Shape(6, 3, 50, 50)).toType(DataType.FLOAT64, true);
            NDArray input = rows ? model.sparedStages().orElseThrow().rows(wide, images) : images;
            for (int step = 0; step < STEPS; step++) {
                losses.add(GoldenTrainingTest.backward(model, wide, input).doubleValue());
                model.named().forEach((name, parameter) -> {
                    if (parameter.requiresGradient()) {
                        sgd.update(name, wide.array(parameter), wide.gradient(parameter));
                    }
                });
            }
        }
        return losses;
    }
}
