package facet.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import facet.model.Level;
import facet.model.FaceEmbedder;
import facet.model.NoGradient;
import facet.train.TripletLoss;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In evaluation mode the network gives torchvision's numbers. */
class GoldenEvaluationTest {

    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void backboneMapsAreTorchvisions(boolean channelsLast) {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient(); Golden golden = GoldenFile.open(manager)) {
            FaceEmbedder model = golden.model(manager, Level.NONE);
            NDList maps = model.backbone().forward(new ParameterStore(manager, false),
                    new NDList(golden.images(manager, channelsLast)), false);
            for (int i = 0; i < 4; i++) {
                String name = "eval_C" + (i + 2);
                check(golden, name + "_gap", Pool.globalAvgPool2d(maps.get(i)));
                check(golden, name + "_head", maps.get(i).get(":, :4, :4, :4"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void embeddingsAreTorchvisions(Level level) {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient(); Golden golden = GoldenFile.open(manager)) {
            NDArray embeddings = embed(golden, manager, level);
            String name = level == Level.NONE ? "none" : level.name();
            check(golden, "eval_embedding_" + name, embeddings);
        }
    }

    @Test
    void lossIsTorchs() {
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient(); Golden golden = GoldenFile.open(manager)) {
            NDArray loss = new TripletLoss(1).evaluate(new NDList(), new NDList(embed(golden, manager, Level.P2)));
            check(golden, "eval_loss_P2", loss);
        }
    }

    private static NDArray embed(Golden golden, NDManager manager, Level level) {
        return golden.model(manager, level).forward(new ParameterStore(manager, false),
                new NDList(golden.images(manager, true)), false).singletonOrThrow();
    }

    private static void check(Golden golden, String name, NDArray ours) {
        double error = golden.error(name, ours);
        assertTrue(error <= TOLERANCE, () -> String.format(Locale.ROOT, "%s differs by %.2e", name, error));
        System.out.printf(Locale.ROOT, "golden %s: relative error %.1e%n", name, error);
    }
}
