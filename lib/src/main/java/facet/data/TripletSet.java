package facet.data;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** @return who stands in it, by the names of their folders */
    public Set<String> people() {
        return triplets.stream().flatMap(t -> Stream.of(t.anchor(), t.positive(), t.negative()))
                .map(image -> image.getParent().getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
}
