package facet.eval.compare;

import facet.eval.TripletDistances;
import java.util.List;

/**
 * Distances in units of their mean, so that the losses of networks whose distances are of different size compare. Accuracies stay, since each distance of a network is
 * divided by the same number.
 */
public final class ScaledDistances {

    /** The margin in these units: as strict as the usual 0.2 is for embeddings of length 1, up to the square root of 2, which is the mean of random ones. */
    public static final double MARGIN = 0.2;

    private ScaledDistances() { }

    /**
     * Computes the mean of all distances, of anchor and positive as of anchor and negative.
     *
     * @throws IllegalArgumentException where there are no triplets
     */
    public static double mean(List<TripletDistances> triplets) {
        return triplets.stream().mapToDouble(triplet -> (triplet.anchorPositive() + triplet.anchorNegative()) / 2).average()
                .orElseThrow(() -> new IllegalArgumentException("There are no triplets: was the set measured after that epoch?"));
    }

    /**
     * Divides each distance by the mean.
     *
     * @throws IllegalArgumentException where there are no triplets, or the mean is not a positive number: a network that has collapsed has no scale
     */
    public static List<TripletDistances> of(List<TripletDistances> triplets) {
        double mean = mean(triplets);
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The mean distance is " + mean + ", so that distances have no scale. Leave out networks that collapsed or diverged.");
        }
        return triplets.stream().map(triplet -> new TripletDistances(triplet.name(), triplet.kind(), triplet.anchorPositive() / mean, triplet.anchorNegative() / mean,
                triplet.likeness())).toList();
    }
}
