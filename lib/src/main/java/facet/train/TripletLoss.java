package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.loss.Loss;

/**
 * Mean over triplets of max(d(A, P) - d(A, N) + margin, 0) with the Euclidean distance, not squared (paper section 2.3). Labels
 * are not used: a triplet's roles are its places in the batch.
 */
public final class TripletLoss extends Loss {

    /**
     * A margin that no distance passes. Every batch has a loss with it, and so a backward pass ({@link TrainingPass#backward}), which is what a measurement of
     * a step's time needs.
     */
    public static final float UNREACHABLE_MARGIN = 1e6f;

    /** Under the root, so that two equal embeddings have a gradient. */
    private static final float EPSILON = 1e-12f;

    private static final int ROLES = 3;

    private final float margin;

    /** The loss of a margin, in units of the distance; the paper's is 1. */
    public TripletLoss(float margin) {
        super("TripletLoss");
        this.margin = margin;
    }

    /** @return the margin */
    public float margin() {
        return margin;
    }

    /**
     * The loss of a batch.
     *
     * @param labels ignored
     * @param embeddings one array [3B, D]: all anchors, then all positives, then all negatives
     * @return a scalar
     * @throws IllegalArgumentException where the rows are not a multiple of 3
     */
    @Override
    public NDArray evaluate(NDList labels, NDList embeddings) {
        try (NDList roles = roles(embeddings.singletonOrThrow());
                NDArray positive = distance(roles.get(0), roles.get(1));
                NDArray negative = distance(roles.get(0), roles.get(2));
                NDArray difference = positive.sub(negative);
                NDArray lifted = difference.add(margin);
                NDArray hinge = Activation.relu(lifted)) { // not maximum(0f): the backward pass would read the 0 when Java may have freed it
            return hinge.mean();
        }
    }

    /** The anchors, positives and negatives of embeddings [3B, D]; PyTorch would split any other number of rows, too, and mix the roles. */
    static NDList roles(NDArray embeddings) {
        long rows = embeddings.getShape().get(0);
        if (rows == 0 || rows % ROLES != 0) {
            throw new IllegalArgumentException("There are " + rows + " embeddings. Give a multiple of 3: all anchors, then all positives, then all negatives.");
        }
        return embeddings.split(ROLES);
    }

    /** d(A, P) and d(A, N) of each triplet, [2][B], of embeddings [3B, D]. */
    static float[][] distances(NDArray embeddings) {
        try (NDList roles = roles(embeddings);
                NDArray positive = distance(roles.get(0), roles.get(1));
                NDArray negative = distance(roles.get(0), roles.get(2))) {
            return new float[][] {positive.toFloatArray(), negative.toFloatArray()};
        }
    }

    /** Row by row, [B, D] and [B, D] to [B]. */
    static NDArray distance(NDArray a, NDArray b) {
        try (NDArray difference = a.sub(b);
                NDArray squares = difference.square();
                NDArray sum = squares.sum(new int[] {1});
                NDArray safe = sum.add(EPSILON)) {
            return safe.sqrt();
        }
    }
}
