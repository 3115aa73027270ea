package facet.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.FaceEmbedder;
import facet.model.net.Norms;

/** Forward, loss and backward: what a step does before it changes the network. The gradients stand afterwards each at its parameter. */
public final class BackwardPass {

    /** Of a forward and a backward pass of all triplets, a forward pass is a third: looking first pays where fewer than two thirds have a loss. */
    private static final double FEW = 2.0 / 3;

    private final FaceEmbedder model;
    private final TripletLoss loss;
    private double active; // the share of the triplets of the step before that had a loss; none before the first, so that each epoch begins alike

    /** The pass of a network, to be run again and again. */
    public BackwardPass(FaceEmbedder model, TripletLoss loss) {
        this.model = model;
        this.loss = loss;
    }

    /**
     * What a pass saw.
     *
     * @param loss the mean of its triplets
     * @param embeddings [3B, D], in the order of the input
     */
    public record Result(float loss, NDArray embeddings) { }

    FaceEmbedder model() {
        return model;
    }

    /**
     * Runs over all anchors, then all positives, then all negatives; what the pass makes belongs to the input's manager. A batch without a loss, of
     * which there are ever more as training goes on, needs no backward pass: every triplet lies on the flat side of its hinge, and all gradients are 0.
     * (Or exactly on the edge, where torch would take half of a gradient.) With frozen norms images do not touch each other, and where few triplets of
     * the step before had a loss, only those that have one are differentiated: the same gradients for less work.
     */
    public Result run(NDArray input) {
        return model.backbone().part().norms() == Norms.FROZEN && active < FEW ? lookFirst(input) : whole(input);
    }

    Result whole(NDArray input) {
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray embeddings = forward(input, true);
            NDArray mean = loss.evaluate(new NDList(), new NDList(embeddings));
            float value = mean.getFloat();
            if (value != 0) {
                gradients.backward(mean);
            }
            active = model.backbone().part().norms() == Norms.FROZEN ? ActiveTriplets.of(embeddings, loss.margin()).share() : 1;
            return new Result(value, embeddings);
        }
    }

    private Result lookFirst(NDArray input) {
        NDArray embeddings = forward(input, false);
        ActiveTriplets found = ActiveTriplets.of(embeddings, loss.margin());
        active = found.share();
        if (found.places().length > 0) {
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector(); NDArray rows = found.of(input)) {
                NDArray mean = loss.evaluate(new NDList(), new NDList(forward(rows, true)));
                gradients.backward(mean.mul((float) active)); // the mean over all triplets of the batch
            }
        }
        try (NDArray mean = loss.evaluate(new NDList(), new NDList(embeddings))) {
            return new Result(mean.getFloat(), embeddings);
        }
    }

    private NDArray forward(NDArray input, boolean training) {
        return model.forward(new ParameterStore(input.getManager(), false), new NDList(input), training).singletonOrThrow();
    }
}
