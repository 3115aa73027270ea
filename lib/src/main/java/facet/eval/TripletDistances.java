package facet.eval;

import java.util.List;

/**
 * What an embedder says of one group (paper section 2.3).
 *
 * @param group the group's name
 * @param kind such as ordinary, lookalike, twinlike
 * @param positive d(A, P), Euclidean
 * @param negative d(A, N), Euclidean
 */
public record TripletDistances(String group, String kind, double positive, double negative) {

    /** @return whether the anchor is nearer to the positive than to the negative */
    public boolean correct() {
        return positive < negative;
    }

    /** @return max(d(A, P) - d(A, N) + margin, 0) */
    public double loss(double margin) {
        return Math.max(positive - negative + margin, 0);
    }

    /**
     * @return the mean d(A, P) of groups, which tells how large an embedder's distances are
     * @throws IllegalArgumentException where there are no groups
     */
    public static double meanPositive(List<TripletDistances> groups) {
        return groups.stream().mapToDouble(TripletDistances::positive).average()
                .orElseThrow(() -> new IllegalArgumentException("There are no groups: was the set measured after that epoch?"));
    }

    /** @return the same group with squared Euclidean distances, the triplet loss's other usual reading */
    public TripletDistances squared() {
        return new TripletDistances(group, kind, positive * positive, negative * negative);
    }
}
