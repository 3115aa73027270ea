package facet.eval.verification;

import facet.eval.TripletDistances;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs of both kinds, in the order of their list.
 *
 * @param pairs at least one of one person and one of strangers
 */
public record ScoredPairs(List<ScoredPair> pairs) {

    /** @throws IllegalArgumentException where a kind is missing, or where some pairs name a fold and others do not */
    public ScoredPairs {
        pairs = List.copyOf(pairs);
        checkKinds(pairs.stream().filter(ScoredPair::same).count(), pairs.size());
        long without = pairs.stream().filter(pair -> pair.fold().isEmpty()).count();
        if (without > 0 && without < pairs.size()) {
            throw new IllegalArgumentException(without + " of " + pairs.size() + " pairs name no fold. Name one for every pair, or for none.");
        }
    }

    /**
     * Makes two pairs of each triplet: anchor and positive, anchor and negative. Who is on the negative is not known.
     *
     * @throws IllegalArgumentException where there are no triplets, or a distance is not finite
     */
    public static ScoredPairs of(List<TripletDistances> triplets) {
        return new ScoredPairs(triplets.stream().flatMap(triplet -> Stream.of(new ScoredPair(true, triplet.anchorPositive(), "", triplet.name(), ""),
                new ScoredPair(false, triplet.anchorNegative(), "", triplet.name(), ""))).toList());
    }

    /** @throws IllegalArgumentException where all pairs are of one kind: a rate of the other has no value */
    static void checkKinds(long same, long all) {
        if (same == 0 || same == all) {
            throw new IllegalArgumentException((all == 0 ? "there are no pairs" : all == 1 ? "there is one pair" : "all " + all + " pairs are of "
                    + (same == 0 ? "strangers" : "one person")) + ". Verification needs pairs of one person and pairs of strangers.");
        }
    }

    /** @return how many pairs are of one person */
    public int genuine() {
        return (int) pairs.stream().filter(ScoredPair::same).count();
    }

    /** @return how many pairs are of strangers */
    public int impostors() {
        return pairs.size() - genuine();
    }

    /** @return the names of the folds in the order in which they appear; none where they are unknown */
    public List<String> folds() {
        return pairs.stream().map(ScoredPair::fold).filter(fold -> !fold.isEmpty()).distinct().toList();
    }

    /** Tells whether every pair names the people of its images. */
    public boolean namePeople() {
        return pairs.stream().allMatch(ScoredPair::namesPeople);
    }
}
