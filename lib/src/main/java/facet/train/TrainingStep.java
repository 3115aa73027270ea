package facet.train;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import facet.model.FaceEmbedder;

/** One step of training, whole: forward, loss, backward, update. */
public final class TrainingStep {

    private final BackwardPass pass;
    private final Sgd sgd;

    /** A step of a network, to be taken again and again. */
    public TrainingStep(FaceEmbedder model, TripletLoss loss, Sgd sgd) {
        pass = new BackwardPass(model, loss);
        this.sgd = sgd;
    }

    /**
     * Takes the step.
     *
     * @param input of all anchors, then all positives, then all negatives; what the step makes belongs to its manager
     * @return what it saw before it changed the network
     * @throws TrainingException where memory runs out
     */
    public BackwardPass.Result take(NDArray input) {
        try {
            BackwardPass.Result result = pass.run(input);
            pass.model().named().forEach(this::update);
            return result;
        } catch (EngineException failure) {
            throw TrainingException.of(failure, input.getShape());
        }
    }

    private void update(String name, Parameter parameter) {
        if (parameter.requiresGradient()) {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                sgd.update(name, parameter.getArray(), gradient);
            }
        }
    }
}
