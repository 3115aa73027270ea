package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.model.net.Norms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of several batches are steps of larger ones where norms are frozen; a long gradient is made shorter. */
class EpochStepsTest {

    private static final TripletSplit ALL = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(7);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(1), List.of());
    private static final float LR = 0.01f;
    private static final LearningRate RISING = new LearningRate(Schedule.COSINE, 1, 3);

    /** Of seven triplets: the last step of an epoch takes the batches that are left, and the last batch has fewer triplets. */
    @ParameterizedTest
    @CsvSource({"1, 4, 4", "2, 3, 6", "3, 3, 9"})
    void severalBatchesAreOneLargeOne(int batch, int accumulate, int large) {
        Map<String, float[]> expected = trained(LR, large, new StepRule(RISING, 2, 1));
        Map<String, float[]> found = trained(LR, batch, new StepRule(RISING, 2, accumulate));
        expected.forEach((name, values) -> {
            if (!name.startsWith("fpn.") || !name.endsWith(".bias")) { // those move all embeddings alike: their gradients are rounding alone
                double error = RelativeError.of(values, found.get(name));
                assertTrue(error <= 1e-6, name + " differs by " + error);
            }
        });
    }

    @Test
    void smallBatchesAloneAreOthers() {
        String deepest = "body.layer4.2.conv3.weight";
        Map<String, float[]> large = trained(LR, 9, new StepRule(RISING, 2, 1));
        assertTrue(RelativeError.of(large.get(deepest), trained(LR, 3, new StepRule(RISING, 2, 1)).get(deepest)) > 1e-6);
    }

    /** The parameters after two epochs. */
    private static Map<String, float[]> trained(float lr, int batch, StepRule rule) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).norms(Norms.FROZEN).seed(3).build(manager);
                ImageLoader loader = new ImageLoader(32); Sgd sgd = new Sgd(lr, 0.9f, 1e-2f)) {
            new Trainer(model, new TripletLoss(TripletLoss.UNREACHABLE_MARGIN), sgd, loader).batch(batch).seed(3).steps(rule).fit(SPLIT, 2, Progress.silent());
            return Parameters.of(model);
        }
    }

    /** Without momentum a step is -lr times the gradient, whose norm is taken over all parameters. */
    @ParameterizedTest
    @CsvSource({"0.5", "0.001", "1e6"})
    void aLongGradientIsMadeShorter(double clip) {
        assertStep(new StepRule(LearningRate.CONSTANT, clip, 1), 1, norm -> clip < norm ? clip / norm : 1);
    }

    /** An epoch of one step, in which a third of the schedule is over. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.1", "3, 0.01", "7, 0.01"})
    void theRateGoesOnFromEpochToEpoch(int epoch, double share) {
        assertStep(new StepRule(new LearningRate(Schedule.STEP, 0, 3), Double.POSITIVE_INFINITY, 1), epoch, norm -> share);
    }

    private static void assertStep(StepRule rule, int epoch, DoubleUnaryOperator factorOfNorm) {
        float lr = 0.01f;
        Map<String, float[]> before = new TreeMap<>();
        Map<String, float[]> gradients = new TreeMap<>();
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager);
                Sgd sgd = new Sgd(lr, 0); NDManager owner = manager.newSubManager();
                TrainingPass pass = TrainingPass.forward(model, new TripletLoss(TripletLoss.UNREACHABLE_MARGIN), input(owner))) {
            EpochSteps steps = new EpochSteps(rule, sgd, epoch, 1);
            pass.backward(steps.weight(2));
            double squares = 0;
            for (String name : model.named().keySet()) {
                NDArray array = model.named().get(name).getArray();
                if (model.named().get(name).requiresGradient()) {
                    before.put(name, array.toFloatArray());
                    gradients.put(name, array.getGradient().toFloatArray());
                    for (float g : gradients.get(name)) {
                        squares += (double) g * g;
                    }
                }
            }
            double norm = Math.sqrt(squares);
            assertTrue(norm > 0.5 && norm < 1e6, "norm " + norm);
            steps.step(pass);
            double factor = factorOfNorm.applyAsDouble(norm);
            before.forEach((name, values) -> {
                float[] found = model.named().get(name).getArray().toFloatArray();
                for (int i = 0; i < values.length; i++) {
                    double change = lr * factor * gradients.get(name)[i];
                    assertEquals(values[i] - change, found[i], 2e-7 * Math.max(Math.abs(values[i]), Math.abs(values[i] - change)) + 1e-5 * Math.abs(change), name);
                }
            });
        }
    }

    private static NDArray input(NDManager manager) {
        return manager.arange(6 * 3 * 32 * 32).sin().reshape(new Shape(6, 3, 32, 32));
    }

    @Test
    void batchesCountByTheirTriplets() {
        try (Sgd sgd = new Sgd(1, 0)) {
            EpochSteps steps = new EpochSteps(new StepRule(LearningRate.CONSTANT, 1, 4), sgd, 1, 4);
            assertEquals(0, steps.weight(0), "of none");
            assertEquals(1, steps.weight(8));
            assertEquals(0.5, steps.weight(4));
            assertEquals(0, steps.weight(0));
        }
    }

    /** What did not come before has the bits of before: a step after each batch, by the rule that asks for nothing. */
    @Test
    void theStandardRuleChangesNoBit() {
        Map<String, float[]> standard = trained(1e-6f, 2, StepRule.STANDARD);
        Map<String, float[]> high = trained(1e-6f, 2, new StepRule(new LearningRate(Schedule.CONSTANT, 0, 0), 1e30, 1));
        standard.forEach((name, values) -> assertArrayEquals(values, high.get(name), name));
        assertNotEquals(0, standard.size());
        assertEquals(1, StepRule.STANDARD.clipping(Double.POSITIVE_INFINITY));
    }
}
