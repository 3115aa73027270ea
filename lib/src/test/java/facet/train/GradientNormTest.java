package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import org.junit.jupiter.api.Test;

class GradientNormTest {

    private static final TripletLoss ACTIVE = new TripletLoss(1000);

    @Test
    void isTheLengthOfAllGradientsAsOneVector() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager);
                Sgd sgd = new Sgd(0.001f, 0.9f); NDManager owner = manager.newSubManager()) {
            try (TrainingPass pass = TrainingPass.forward(model, ACTIVE, input(owner))) {
                pass.backward();
                double naive = naive(model);
                assertTrue(naive > 0);
                assertEquals(naive, GradientNorm.of(model), 1e-5 * naive);
                pass.step(sgd);
                assertEquals(naive, pass.gradientNorm(), 1e-5 * naive, "of the gradients before the step sets them to zero");
                assertEquals(0, GradientNorm.of(model), "after it");
            }
        }
    }

    /** A network of zeros has equal embeddings, exactly: the loss is the margin, and no direction makes it less. */
    @Test
    void isZeroAndNotNaNWhereAllEmbeddingsAreEqual() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager);
                NDManager owner = manager.newSubManager()) {
            model.named().values().stream().filter(Parameter::requiresGradient).forEach(parameter -> parameter.getArray().subi(parameter.getArray().duplicate()));
            try (TrainingPass pass = TrainingPass.forward(model, new TripletLoss(1), input(owner))) {
                assertEquals(1, pass.loss(), 1e-5);
                pass.backward();
                assertEquals(0, GradientNorm.of(model));
            }
        }
    }

    /** No batch has had a loss yet, so that no parameter has a gradient. */
    @Test
    void isZeroBeforeTheFirstBackwardPass() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager)) {
            assertEquals(0, GradientNorm.of(model));
        }
    }

    private static NDArray input(NDManager manager) {
        return manager.arange(6 * 3 * 32 * 32).sin().reshape(new Shape(6, 3, 32, 32));
    }

    private static double naive(FaceEmbedder model) {
        double sum = 0;
        for (Parameter parameter : model.named().values()) {
            if (parameter.requiresGradient()) {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                    for (float value : gradient.toFloatArray()) {
                        sum += (double) value * value;
                    }
                }
            }
        }
        return Math.sqrt(sum);
    }
}
