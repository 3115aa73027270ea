package facet.train;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.FaceEmbedder;

/** One step of training, whole: forward, loss, backward, update. */
public final class TrainingStep {

    private final FaceEmbedder model;
    private final TripletLoss loss;
    private final Sgd sgd;

    /**
     * What a step saw before it changed the network.
     *
     * @param loss the mean of its groups
     * @param embeddings [3B, D], in the order of the input
     */
    public record Result(float loss, NDArray embeddings) { }

    /** A step of a network, to be taken again and again. */
    public TrainingStep(FaceEmbedder model, TripletLoss loss, Sgd sgd) {
        this.model = model;
        this.loss = loss;
        this.sgd = sgd;
    }

    /**
     * Takes the step.
     *
     * @param input of all anchors, then all positives, then all negatives; what the step makes belongs to its manager
     * @throws TrainingException where memory runs out
     */
    public Result take(NDArray input) {
        NDArray embeddings;
        NDArray value;
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            embeddings = model.forward(new ParameterStore(input.getManager(), false), new NDList(input), true).singletonOrThrow();
            value = loss.evaluate(new NDList(), new NDList(embeddings));
            gradients.backward(value);
        } catch (EngineException failure) {
            throw TrainingException.of(failure, input.getShape());
        }
        model.named().forEach(this::update);
        return new Result(value.getFloat(), embeddings);
    }

    private void update(String name, Parameter parameter) {
        if (parameter.requiresGradient()) {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                sgd.update(name, parameter.getArray(), gradient);
            }
        }
    }
}
