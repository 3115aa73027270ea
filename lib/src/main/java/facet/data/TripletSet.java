package facet.data;

import java.util.List;

/**
 * A named list of groups, such as the validation set.
 *
 * @param name such as train, validation, test, lookalike, twinlike
 * @param triplets its groups
 */
public record TripletSet(String name, List<Triplet> triplets) {

    public TripletSet {
        triplets = List.copyOf(triplets);
    }

    /** @return the number of groups */
    public int size() {
        return triplets.size();
    }

    /** @return the same set with its first {@code groups} groups at the most */
    public TripletSet limit(int groups) {
        return new TripletSet(name, triplets.subList(0, Math.min(groups, size())));
    }
}
