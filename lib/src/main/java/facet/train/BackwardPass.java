package facet.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.FaceEmbedder;

/**
 * Forward, loss and backward: what a step does before it changes the network.
 *
 * @param model in which the gradients stand afterwards, each at its parameter
 * @param loss of its embeddings
 */
public record BackwardPass(FaceEmbedder model, TripletLoss loss) {

    /**
     * What a pass saw.
     *
     * @param loss the mean of its groups
     * @param embeddings [3B, D], in the order of the input
     */
    public record Result(float loss, NDArray embeddings) { }

    /**
     * Runs over all anchors, then all positives, then all negatives; what the pass makes belongs to the input's manager. A batch without a loss, of
     * which there are ever more as training goes on, needs no backward pass: every group lies on the flat side of its hinge, and all gradients are 0.
     * (Or exactly on the edge, where torch would take half of a gradient.)
     */
    public Result run(NDArray input) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray embeddings = model.forward(new ParameterStore(input.getManager(), false), new NDList(input), true).singletonOrThrow();
            NDArray mean = loss.evaluate(new NDList(), new NDList(embeddings));
            float value = mean.getFloat();
            if (value != 0) {
                gradients.backward(mean);
            }
            return new Result(value, embeddings);
        }
    }
}
