package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.loss.Loss;
import facet.eval.Distance;
import facet.eval.LossForm;
import facet.eval.MeasuredLoss;

/**
 * Mean over triplets of max(d(A, P) - d(A, N) + margin, 0) with the Euclidean distance, not squared (paper section 2.3), or of another form of it
 * ({@link MeasuredLoss}). Labels are not used: a triplet's roles are its places in the batch.
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

    private final MeasuredLoss measured;
    private final float margin;

    /** Makes the paper's loss with a margin, in units of the distance; the paper's is 1. */
    public TripletLoss(float margin) {
        this(MeasuredLoss.hinge(margin));
    }

    /** Makes the loss of a formula; it computes in float, and so with the float that is nearest to the margin. */
    public TripletLoss(MeasuredLoss formula) {
        super("TripletLoss");
        margin = (float) formula.margin();
        measured = new MeasuredLoss(formula.form(), formula.distance(), margin);
    }

    /** @return the same loss of measured triplets */
    public MeasuredLoss measured() {
        return measured;
    }

    /** Tells whether a triplet can have no loss, and then no gradient. */
    boolean isFlat() {
        return measured.form() == LossForm.HINGE;
    }

    /**
     * Computes the loss of a batch.
     *
     * @param labels ignored
     * @param embeddings one array [3B, D]: all anchors, then all positives, then all negatives
     * @return a scalar
     * @throws IllegalArgumentException where the rows are not a multiple of 3
     */
    @Override
    public NDArray evaluate(NDList labels, NDList embeddings) {
        try (NDList roles = roles(embeddings.singletonOrThrow());
                NDArray positive = distance(roles.get(0), roles.get(1), measured.distance());
                NDArray negative = distance(roles.get(0), roles.get(2), measured.distance());
                NDArray difference = positive.sub(negative);
                NDArray each = each(difference)) {
            return each.mean();
        }
    }

    /** d(A, P) - d(A, N) of each triplet to its loss, [B] to [B]. */
    private NDArray each(NDArray difference) {
        if (!isFlat()) {
            return Activation.softPlus(difference); // PyTorch's, which does not overflow
        }
        try (NDArray lifted = difference.add(margin)) {
            return Activation.relu(lifted); // not maximum(0f): the backward pass would read the 0 when Java may have freed it
        }
    }

    /** Tells which triplets of embeddings [3B, D] have a loss; NaN counts as one: the step then meets it and stops. */
    boolean[] active(NDArray embeddings) {
        float[][] distances = distances(embeddings, measured.distance());
        boolean[] active = new boolean[distances[0].length];
        for (int i = 0; i < active.length; i++) {
            active[i] = !(isFlat() && distances[0][i] - distances[1][i] + margin <= 0);
        }
        return active;
    }

    /** Splits embeddings [3B, D] into anchors, positives and negatives; PyTorch would split any other number of rows, too, and mix the roles. */
    static NDList roles(NDArray embeddings) {
        long rows = embeddings.getShape().get(0);
        if (rows == 0 || rows % ROLES != 0) {
            throw new IllegalArgumentException("There are " + rows + " embeddings. Give a multiple of 3: all anchors, then all positives, then all negatives.");
        }
        return embeddings.split(ROLES);
    }

    /** Computes the Euclidean d(A, P) and d(A, N) of each triplet, [2][B], of embeddings [3B, D]. */
    static float[][] distances(NDArray embeddings) {
        return distances(embeddings, Distance.EUCLIDEAN);
    }

    private static float[][] distances(NDArray embeddings, Distance distance) {
        try (NDList roles = roles(embeddings);
                NDArray positive = distance(roles.get(0), roles.get(1), distance);
                NDArray negative = distance(roles.get(0), roles.get(2), distance)) {
            return new float[][] {positive.toFloatArray(), negative.toFloatArray()};
        }
    }

    /** Row by row, [B, D] and [B, D] to [B]. */
    private static NDArray distance(NDArray a, NDArray b, Distance distance) {
        try (NDArray difference = a.sub(b); NDArray squares = difference.square()) {
            NDArray sum = squares.sum(new int[] {1});
            return distance == Distance.SQUARED ? sum : root(sum);
        }
    }

    /** The sum is closed. */
    private static NDArray root(NDArray sum) {
        try (sum; NDArray safe = sum.add(EPSILON)) {
            return safe.sqrt();
        }
    }
}
