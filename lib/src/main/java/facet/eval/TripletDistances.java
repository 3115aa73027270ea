package facet.eval;

import java.util.List;

/**
 * The distances of one triplet by an embedder (paper section 2.3).
 *
 * @param name the triplet's
 * @param kind such as ordinary, lookalike, twinlike
 * @param anchorPositive d(A, P), Euclidean
 * @param anchorNegative d(A, N), Euclidean
 * @param likeness of anchor and negative by a judge, another network ({@link facet.data.Judge}); NaN where none has looked at them
 */
public record TripletDistances(String name, String kind, double anchorPositive, double anchorNegative, double likeness) {

    /** Makes the distances of a triplet without a judge's likeness. */
    public TripletDistances(String name, String kind, double anchorPositive, double anchorNegative) {
        this(name, kind, anchorPositive, anchorNegative, Double.NaN);
    }

    /** @return whether the anchor is nearer to the positive than to the negative */
    public boolean correct() {
        return anchorPositive < anchorNegative;
    }

    /** @return max(d(A, P) - d(A, N) + margin, 0) */
    public double loss(double margin) {
        return Math.max(anchorPositive - anchorNegative + margin, 0);
    }

    /**
     * Computes the mean d(A, P) of triplets, the scale of an embedder's distances.
     *
     * @throws IllegalArgumentException where there are no triplets
     */
    public static double meanPositive(List<TripletDistances> triplets) {
        return triplets.stream().mapToDouble(TripletDistances::anchorPositive).average()
                .orElseThrow(() -> new IllegalArgumentException("There are no triplets: was the set measured after that epoch?"));
    }

    /** @return the same triplet with squared Euclidean distances, the triplet loss's other usual reading */
    public TripletDistances squared() {
        return new TripletDistances(name, kind, anchorPositive * anchorPositive, anchorNegative * anchorNegative, likeness);
    }

    /** @return the same distances under another name */
    TripletDistances named(String other) {
        return new TripletDistances(other, kind, anchorPositive, anchorNegative, likeness);
    }
}
