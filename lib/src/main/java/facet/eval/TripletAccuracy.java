package facet.eval;

import java.util.List;

/**
 * How well an embedder orders the triplets of one set (paper section 2.4 and Table 1).
 *
 * @param set the set's name
 * @param triplets how many triplets it has, at least 1
 * @param correct how many of them have d(A, P) &lt; d(A, N)
 * @param meanLoss mean loss ({@link MeasuredLoss}); without another formula, of max(d(A, P) - d(A, N) + margin, 0) with Euclidean distances
 * @param margin the loss's margin
 */
public record TripletAccuracy(String set, int triplets, int correct, double meanLoss, double margin) {

    public TripletAccuracy {
        if (triplets <= 0) {
            throw new IllegalArgumentException("The set " + set + " has no triplets, and so no accuracy. Leave the set out or give it triplets.");
        }
        if (correct < 0 || correct > triplets) {
            throw new IllegalArgumentException("The set " + set + " cannot have " + correct + " correct triplets of " + triplets + ".");
        }
    }

    /**
     * Counts and averages the triplets of a set.
     *
     * @throws IllegalArgumentException where there are no triplets
     */
    public static TripletAccuracy of(String set, List<TripletDistances> distances, double margin) {
        int correct = (int) distances.stream().filter(TripletDistances::correct).count();
        double loss = MeasuredLoss.hinge(margin).mean(distances);
        return new TripletAccuracy(set, distances.size(), correct, loss, margin);
    }

    /** @return the share of correct triplets, from 0 to 1 */
    public double accuracy() {
        return (double) correct / triplets;
    }

    /** @return the accuracy's 95 % interval ({@link Statistics#wilson}) */
    public Interval interval() {
        return Statistics.wilson(correct, triplets);
    }
}
