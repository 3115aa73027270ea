package facet.eval;

/**
 * The distance that is measured: √Σ(x - y)², with the differences in float, as embeddings are, and their squares and sum in double.
 * Every d(A, P) and d(A, N) of a validation or test set is computed here. Training computes its own in {@code TripletLoss}, in PyTorch, since a loss has
 * to have a gradient: in float, and with 1e-12 under the root, which has no slope at 0. The two agree to 1e-6 of the distance.
 */
public final class EuclideanDistance {

    private EuclideanDistance() { }

    /**
     * Computes the distance of two embeddings.
     *
     * @throws IllegalArgumentException where one has more dimensions than the other
     */
    public static double between(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Embeddings of " + a.length + " and " + b.length + " dimensions have no distance.");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
