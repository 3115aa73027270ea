package facet.eval;

import java.util.Arrays;
import java.util.List;

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

    /**
     * Takes the triplets of sets with the likeness that their measuring kept.
     *
     * @return all of them, set by set, those without a likeness included. The person is the triplet's name, up to " and " where it names a pair of look-alikes: so does
     *     Facet name triplets of people. Whoever is tested on ordinary and on hard strangers is one person then
     * @throws IllegalArgumentException where a set was not measured
     */
    public static List<JudgedTriplet> of(Measurements measured, String... sets) {
        return Arrays.stream(sets).flatMap(set -> measured.distances(set).stream().map(triplet -> new JudgedTriplet(set, triplet.name().replaceFirst(" and .*", ""),
                triplet.likeness(), triplet.anchorPositive(), triplet.anchorNegative()))).toList();
    }

    /** @return whether the anchor is nearer to the positive than to the negative */
    public boolean correct() {
        return anchorPositive < anchorNegative;
    }
}
