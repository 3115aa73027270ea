package facet.eval;

/**
 * A triplet with its distances by the network that is tested, and the likeness of anchor and negative by another network, the judge.
 *
 * @param set that it belongs to, such as test or hard test
 * @param person who is on the anchor
 * @param likeness the cosine of the judge's embeddings, from -1 to 1; NaN where nobody judged
 * @param anchorPositive d(A, P), Euclidean
 * @param anchorNegative d(A, N), Euclidean
 */
public record JudgedTriplet(String set, String person, double likeness, double anchorPositive, double anchorNegative) {

    /** @return whether the anchor is nearer to the positive than to the negative */
    public boolean correct() {
        return anchorPositive < anchorNegative;
    }
}
