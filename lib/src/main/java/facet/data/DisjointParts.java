package facet.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What given groups can break: an image that is trained on must not be tested on. Drawn triplets can't, they stay in their part. */
final class DisjointParts {

    private DisjointParts() { }

    /** @throws FacetException where an image of a special test set stands in another part as well; people of these sets are in the ordinary one alone */
    static void checkSpecial(TripletSet special, TripletSet... others) {
        Map<Path, String> seen = new HashMap<>();
        for (TripletSet part : others) {
            part.triplets().forEach(t -> t.images().forEach(image -> seen.put(image, part.name())));
        }
        for (Triplet t : special.triplets()) {
            t.images().stream().filter(seen::containsKey).findFirst().ifPresent(image -> {
                throw new FacetException(image + " of group " + t.group() + ", " + t.kind() + ", falls in " + seen.get(image) + " as well, as part of an ordinary group."
                        + " Let no two groups share an image.");
            });
        }
    }

    /** @throws FacetException where an image of the given groups stands in two parts */
    static void check(List<Triplet> given, TripletSet... parts) {
        Set<Triplet> checked = Set.copyOf(given);
        Map<Path, String> seen = new HashMap<>();
        for (TripletSet part : parts) {
            for (Triplet t : part.triplets().stream().filter(checked::contains).toList()) {
                for (Path image : t.images()) {
                    String other = seen.putIfAbsent(image, part.name());
                    if (other != null && !other.equals(part.name())) {
                        throw new FacetException(image + " of group " + t.group() + " falls in both " + other + " and " + part.name()
                                + ". Let no two groups share an image, or give folders of people, of which groups are drawn.");
                    }
                }
            }
        }
    }
}
