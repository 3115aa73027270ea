package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A zero-loss batch is spared its backward pass; that every parameter has the same bits as with it is shown here. */
class TrainingPassTest {

    private static final TripletLoss ACTIVE = new TripletLoss(1000); // no triplet is that far on the right side,
    private static final TripletLoss NONE = new TripletLoss(-1000); // and none as far on the wrong one

    @Test
    void afterAStepThatLeftMomentum() {
        same(ACTIVE, NONE, ACTIVE, NONE);
    }

    /** Before the first step no parameter has a gradient yet. */
    @Test
    void beforeAnyOther() {
        same(NONE, ACTIVE);
    }

    /** PyTorch records one pass at a time: one that is not ended would refuse the next. */
    @Test
    void aPassThatFailsOrIsLeftEndsItsRecording() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager)) {
            String message = assertThrows(IllegalArgumentException.class, () -> TrainingPass.forward(model, ACTIVE, manager.ones(new Shape(4, 3, 32, 32)))).getMessage();
            assertEquals("There are 4 embeddings. Give a multiple of 3: all anchors, then all positives, then all negatives.", message);
            try (TrainingPass left = TrainingPass.forward(model, ACTIVE, manager.ones(new Shape(3, 3, 32, 32)))) {
                assertEquals(1000, left.loss());
            }
            try (TrainingPass whole = TrainingPass.forward(model, ACTIVE, manager.ones(new Shape(3, 3, 32, 32)))) {
                whole.backward();
                manager.getEngine().newGradientCollector().close(); // the backward pass ended it
            }
        }
    }

    private static void same(TripletLoss... losses) {
        Map<String, float[]> expected = trained(true, losses);
        trained(false, losses).forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
    }

    /** The parameters after a step with each loss. */
    private static Map<String, float[]> trained(boolean always, TripletLoss... losses) {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager);
                Sgd sgd = new Sgd(0.001f, 0.9f)) {
            for (TripletLoss loss : losses) {
                try (NDManager step = manager.newSubManager()) {
                    NDArray input = step.arange(6 * 3 * 32 * 32).sin().reshape(new Shape(6, 3, 32, 32));
                    if (always) {
                        wholeStep(model, loss, sgd, input);
                    } else {
                        try (TrainingPass pass = TrainingPass.forward(model, loss, input)) {
                            pass.backward();
                            pass.step(sgd);
                            assertEquals(loss == NONE, pass.loss() == 0);
                        }
                    }
                }
            }
            model.named().forEach((name, parameter) -> parameters.put(name, parameter.getArray().toFloatArray()));
        }
        return parameters;
    }

    private static void wholeStep(FaceEmbedder model, TripletLoss loss, Sgd sgd, NDArray input) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray embeddings = model.forward(new ParameterStore(input.getManager(), false), new NDList(input), true).singletonOrThrow();
            gradients.backward(loss.evaluate(new NDList(), new NDList(embeddings)));
        }
        model.named().forEach((name, parameter) -> {
            if (parameter.requiresGradient()) {
                sgd.update(name, parameter.getArray(), parameter.getArray().getGradient());
            }
        });
    }
}
