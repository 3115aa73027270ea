package facet.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.FaceEmbedder;
import facet.model.Level;
import facet.train.Sgd;
import facet.train.TripletLoss;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The layout in memory, [N, C, H, W] or channels last, changes the rounding of a training step and nothing else. */
class LayoutTest {

    @Test
    void gradientsPointTheSameWay() {
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.open(manager);
                FaceEmbedder model = golden.model(manager, Level.P2, true)) {
            Map<String, float[]> planar = gradients(model, golden.images(manager, false));
            Map<String, float[]> last = gradients(model, golden.images(manager, true));
            planar.forEach((name, g) -> {
                // A pyramid bias moves all embeddings alike, so distances and loss don't see it: its gradient is rounding alone.
                if (!name.endsWith("0.bias")) {
                    assertTrue(cosine(g, last.get(name)) > 0.998, () -> name + " " + cosine(g, last.get(name)));
                }
            });
        }
    }

    private static Map<String, float[]> gradients(FaceEmbedder model, NDArray images) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        try (NDManager step = model.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            images.attach(step);
            NDArray embeddings = model.forward(new ParameterStore(step, false), new NDList(images), true).singletonOrThrow();
            collector.backward(new TripletLoss(1).evaluate(new NDList(), new NDList(embeddings)));
        }
        Sgd readAndClear = new Sgd(0, 0);
        model.named().forEach((name, parameter) -> {
            if (parameter.requiresGradient()) {
                gradients.put(name, parameter.getArray().getGradient().toFloatArray());
                readAndClear.update(name, parameter.getArray(), parameter.getArray().getGradient());
            }
        });
        return gradients;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }
}
