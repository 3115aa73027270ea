package facet.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.FaceEmbedder;
import facet.model.Level;
import facet.train.Sgd;
import facet.train.TripletLoss;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five training steps give torch's losses, running statistics and the gradients of the last layers; GoldenGradientsTest has the first layers'. */
class GoldenTrainingTest {

    private static final double TOLERANCE = 1e-4;
    private static final float LEARNING_RATE = 1e-6f; // the generator's

    @ParameterizedTest
    @CsvSource({"NONE,true", "P2,true", "P2,false"})
    void fiveStepsAreTorchs(Level level, boolean poolFirst) {
        String prefix = "train_" + (level == Level.NONE ? "none" : level.name()) + "_";
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.open(manager);
                FaceEmbedder model = golden.model(manager, level, poolFirst); Sgd sgd = new Sgd(LEARNING_RATE, 0.9f)) {
            Map<String, Parameter> named = model.named();
            String body = level == Level.NONE ? "" : "body.";
            NDArray images = golden.images(manager, false);
            double[] losses = golden.get(prefix + "losses");
            for (int step = 0; step < 5; step++) {
                float loss = backward(model, new ParameterStore(manager, false), images).floatValue();
                // From the third step on every triplet is easy: the loss is 0 on both sides, and momentum alone moves the weights.
                assertTrue(Math.abs(loss - losses[step]) <= TOLERANCE * losses[step], "step " + step + ": " + loss + " " + losses[step]);
                if (step == 0) {
                    check(golden, prefix + "grad_layer4.2.conv3", gradient(named, body + "layer4.2.conv3.weight").get(":4, :16"), TOLERANCE);
                    if (level != Level.NONE) {
                        check(golden, prefix + "grad_inner0", gradient(named, "fpn.inner_blocks.0.0.weight").get(":4"), TOLERANCE);
                    }
                }
                named.forEach((name, parameter) -> {
                    if (parameter.requiresGradient()) {
                        sgd.update(name, parameter.getArray(), parameter.getArray().getGradient());
                    }
                });
            }
            check(golden, prefix + "bn1_running_mean", named.get(body + "bn1.running_mean").getArray(), TOLERANCE);
        }
    }

    /** Runs a training pass over the batch and leaves the gradients at the parameters. */
    static Number backward(FaceEmbedder model, ParameterStore parameters, NDArray images) {
        try (NDManager step = model.manager().newSubManager(); GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            images.attach(step);
            NDArray embeddings = model.forward(parameters, new NDList(images), true).singletonOrThrow();
            NDArray loss = new TripletLoss(1).evaluate(new NDList(), new NDList(embeddings));
            gradients.backward(loss);
            images.attach(model.manager());
            return loss.toArray()[0];
        }
    }

    private static NDArray gradient(Map<String, Parameter> named, String name) {
        return named.get(name).getArray().getGradient();
    }

    static void check(Golden golden, String name, NDArray ours, double tolerance) {
        double error = golden.error(name, ours);
        assertTrue(error <= tolerance, () -> String.format(Locale.ROOT, "%s differs by %.2e", name, error));
        System.out.printf(Locale.ROOT, "golden %s: relative error %.1e%n", name, error);
    }
}
