package facet.eval;

import java.util.List;
import java.util.stream.Stream;

/**
 * Face verification: do two images show the same person? The answer is yes where their distance is below a threshold.
 *
 * @param same distances of two images of one person
 * @param different distances of images of two people
 */
public record Verification(List<Double> same, List<Double> different) {

    public Verification {
        same = List.copyOf(same);
        different = List.copyOf(different);
        if (same.isEmpty() || different.isEmpty()) {
            throw new IllegalArgumentException("Verification needs pairs of one person and pairs of two.");
        }
    }

    /** @return a pair of each kind for every triplet: anchor and positive, anchor and negative */
    public static Verification of(List<TripletDistances> triplets) {
        return new Verification(triplets.stream().map(TripletDistances::anchorPositive).toList(), triplets.stream().map(TripletDistances::anchorNegative).toList());
    }

    /** @return how many pairs of strangers (impostors) a threshold takes for one person */
    public int falseAccepts(double threshold) {
        return (int) different.stream().filter(distance -> distance < threshold).count();
    }

    /** @return how many pairs of one person (genuine ones) a threshold takes for two people; a distance that is NaN is one */
    public int falseRejects(double threshold) {
        return (int) same.stream().filter(distance -> !(distance < threshold)).count();
    }

    /** @return the share of strangers that are accepted, from 0 to 1 */
    public double falseAcceptRate(double threshold) {
        return (double) falseAccepts(threshold) / different.size();
    }

    /** @return the share of pairs of one person that are rejected, from 0 to 1 */
    public double falseRejectRate(double threshold) {
        return (double) falseRejects(threshold) / same.size();
    }

    /** @return the 95 % interval of the false accept rate ({@link Statistics#wilson}) */
    public Interval falseAcceptInterval(double threshold) {
        return Statistics.wilson(falseAccepts(threshold), different.size());
    }

    /** @return the 95 % interval of the false reject rate ({@link Statistics#wilson}) */
    public Interval falseRejectInterval(double threshold) {
        return Statistics.wilson(falseRejects(threshold), same.size());
    }

    /** @return the half total error rate: the mean of both rates; guessing gives 0.5 */
    public double error(double threshold) {
        return (falseAcceptRate(threshold) + falseRejectRate(threshold)) / 2;
    }

    /** @return the threshold with the least error; of several, the lowest. It lies midway between two distances, or at the least one where nothing is better. */
    public double threshold() {
        double[] all = Stream.concat(same.stream(), different.stream()).mapToDouble(d -> d).sorted().toArray();
        double best = all[0];
        for (int i = 1; i < all.length; i++) {
            double middle = (all[i - 1] + all[i]) / 2;
            if (error(middle) < error(best)) {
                best = middle;
            }
        }
        return best;
    }
}
