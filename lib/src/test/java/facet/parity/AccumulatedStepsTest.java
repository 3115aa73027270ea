package facet.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.train.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In float64: the mean of the gradients of four batches is the gradient of the four at once, where norms are frozen; with decay, at a rate that changes. */
class AccumulatedStepsTest {

    private static final int BATCHES = 4; // a quarter is a float32 number
    private static final int STEPS = 3;
    private static final double EXACT = 1e-9;

    @Test
    void severalBatchesAreOneLargeOne() {
        List<Double> expected = losses(1);
        List<Double> found = losses(BATCHES);
        for (int step = 0; step < STEPS; step++) {
            assertEquals(expected.get(step), found.get(step), EXACT * expected.get(step), "step " + step);
        }
        assertTrue(Math.abs(expected.get(2) / expected.get(0) - 1) > 1e-6, "it trains: " + expected);
    }

    /** The loss of all triplets at each step, which takes so many batches. */
    private static List<Double> losses(int batches) {
        List<Double> losses = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.001f, 0.9f, 0.01f);
                FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).norms(Norms.FROZEN).seed(3).build(manager)) {
            WideParameters wide = new WideParameters(manager);
            manager.getEngine().setRandomSeed(7);
            NDArray images = manager.randomNormal(new Shape(3 * BATCHES, 3, 40, 40)).toType(DataType.FLOAT64, true); // anchors, positives, negatives
            for (int step = 0; step < STEPS; step++) {
                double sum = 0;
                for (int batch = 0; batch < batches; batch++) {
                    sum += GoldenTrainingTest.backward(model, wide, batches == 1 ? images : triplet(images, batch)).doubleValue();
                }
                losses.add(sum / batches);
                float share = 1f / (1 + step);
                model.named().forEach((name, parameter) -> {
                    if (parameter.requiresGradient()) {
                        sgd.update(name, wide.array(parameter), wide.gradient(parameter), 1f / batches, share);
                    }
                });
            }
        }
        return losses;
    }

    private static NDArray triplet(NDArray images, int place) {
        return NDArrays.concat(new NDList(images.get(place + ":" + (place + 1)), images.get(BATCHES + place + ":" + (BATCHES + place + 1)),
                images.get(2 * BATCHES + place + ":" + (2 * BATCHES + place + 1))));
    }
}
