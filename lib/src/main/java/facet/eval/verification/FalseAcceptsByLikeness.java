package facet.eval.verification;

import facet.eval.JudgedTriplet;
import facet.eval.LikenessCurve;
import facet.eval.Resamples;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a threshold that was set on ordinary strangers lets in, as a function of how alike the strangers are. The threshold is one, so that the true accept rate is one
 * number, too: what likeness changes is the false accept rate, and a curve of it shows what the rate on ordinary strangers promises of look-alikes.
 * The bootstrap's draws choose the threshold anew.
 *
 * @param far the false accept rate on ordinary strangers that the threshold keeps
 * @param threshold the greatest distance that is accepted
 * @param trueAcceptRate the share of ordinary pairs (anchor, positive) that it accepts
 * @param curve the false accept rate by likeness, of all sets
 */
public record FalseAcceptsByLikeness(double far, double threshold, double trueAcceptRate, LikenessCurve curve) {

    /**
     * Sets the threshold and counts.
     *
     * @param ordinary the set of ordinary strangers, such as test
     * @throws IllegalArgumentException where that set has too few pairs for the rate, or all sets too few triplets for a curve
     */
    public static FalseAcceptsByLikeness of(List<JudgedTriplet> triplets, String ordinary, double far, long seed) {
        List<JudgedTriplet> judged = LikenessCurve.judged(triplets);
        int[] strangers = IntStream.range(0, judged.size()).filter(i -> judged.get(i).set().equals(ordinary)).boxed()
                .sorted(Comparator.comparingDouble(i -> judged.get(i).anchorNegative())).mapToInt(i -> i).toArray();
        Optional<String> refusal = TrueAcceptRate.refusal(far, strangers.length);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException("The set " + ordinary + ": " + refusal.get());
        }
        LikenessCurve curve = LikenessCurve.of(triplets, weights -> {
            double threshold = threshold(judged, strangers, weights, far);
            return triplet -> triplet.anchorNegative() <= threshold;
        }, seed);
        double threshold = threshold(judged, strangers, Resamples.once(judged.size()), far);
        double accepted = Arrays.stream(strangers).filter(i -> judged.get(i).anchorPositive() <= threshold).count();
        return new FalseAcceptsByLikeness(far, threshold, accepted / strangers.length, curve);
    }

    /** The greatest distance of a stranger up to which the rate is kept; minus infinity where the nearest alone are too many. */
    private static double threshold(List<JudgedTriplet> triplets, int[] strangers, int[] weights, double far) {
        long all = Arrays.stream(strangers).mapToLong(i -> weights[i]).sum();
        double threshold = Double.NEGATIVE_INFINITY;
        long accepted = 0;
        for (int at = 0; at < strangers.length;) {
            double distance = triplets.get(strangers[at]).anchorNegative();
            for (; at < strangers.length && triplets.get(strangers[at]).anchorNegative() == distance; at++) { // ties are accepted together
                accepted += weights[strangers[at]];
            }
            if ((double) accepted / all > far) {
                return threshold;
            }
            threshold = distance;
        }
        return threshold;
    }

    /** @return the threshold and what it does to ordinary pairs, in a sentence */
    public String sentence() {
        return String.format(Locale.ROOT, "At the threshold %.3f, %s of ordinary strangers are accepted at most, and %.3f of pairs of one person.", threshold, far, trueAcceptRate);
    }
}
