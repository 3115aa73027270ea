package facet.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A named list of triplets, such as the validation set.
 *
 * @param name such as train, validation, test, lookalike, twinlike
 * @param triplets its triplets
 */
public record TripletSet(String name, List<Triplet> triplets) {

    public TripletSet {
        triplets = List.copyOf(triplets);
    }

    /** @return a set for each kind of triplet, named as the kind, in the order the kinds appear */
    public static List<TripletSet> byKind(List<Triplet> triplets) {
        Map<String, List<Triplet>> kinds = triplets.stream()
                .collect(Collectors.groupingBy(Triplet::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream().map(kind -> new TripletSet(kind.getKey(), kind.getValue())).toList();
    }

    /** @return the number of triplets */
    public int size() {
        return triplets.size();
    }

    /** @return the same set with its first triplets, so many at the most */
    public TripletSet limit(int most) {
        return new TripletSet(name, triplets.subList(0, Math.min(most, size())));
    }

    /** @return the same set with another file for each image */
    TripletSet images(UnaryOperator<Path> file) {
        return new TripletSet(name, triplets.stream()
                .map(t -> new Triplet(t.name(), t.kind(), file.apply(t.anchor()), file.apply(t.positive()), file.apply(t.negative()), t.likeness())).toList());
    }

    /** @return who stands in it, by the names of their folders */
    public Set<String> people() {
        return triplets.stream().flatMap(t -> t.images().stream())
                .map(image -> String.valueOf(image.getParent().getFileName())).collect(Collectors.toCollection(TreeSet::new));
    }
}
