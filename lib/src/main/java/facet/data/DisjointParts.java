package facet.data;

import facet.io.ContentKeys;
import facet.io.FacetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that an image that is trained on is not tested on, neither under its own name nor as a copy under another. Images are compared
 * by content in every set: neither LFW (13,233 images; its deep-funneled form was checked, the funneled one that
 * is downloaded was not) nor the generated faces hold two equal ones, so nothing is exempt.
 */
final class DisjointParts {

    private record Place(Path image, String part, boolean given) { }

    private final Map<Path, String> contents;

    /** Reads the content of the images of all sets that will be checked. */
    DisjointParts(TripletSet... sets) {
        contents = ContentKeys.of(Stream.of(sets).flatMap(set -> set.triplets().stream()).flatMap(triplet -> triplet.images().stream()).toList());
    }

    /** @throws FacetException where an image of a special test set stands in another part as well; people of these sets are in the ordinary one alone */
    void checkSpecial(TripletSet special, TripletSet... others) {
        Map<String, Place> seen = new HashMap<>();
        for (TripletSet part : others) {
            part.triplets().forEach(t -> t.images().forEach(image -> seen.put(contents.get(image), new Place(image, part.name(), false))));
        }
        for (Triplet t : special.triplets()) {
            for (Path image : t.images()) {
                Place other = seen.get(contents.get(image));
                if (other != null) {
                    throw new FacetException(image + " of triplet " + t.name() + ", " + t.kind() + ", falls in " + other.part() + " as well, as part of an ordinary triplet"
                            + copy(image, other) + ". Let no two triplets share an image.");
                }
            }
        }
    }

    /**
     * Compares the parts' images.
     *
     * @param given triplets that were not drawn. The same file in two drawn triplets is what a choice of {@link Negatives} asked for; a copy is not
     * @throws FacetException where an image stands in two parts
     */
    void check(List<Triplet> given, TripletSet... parts) {
        Set<Triplet> notDrawn = Set.copyOf(given);
        Map<String, Place> seen = new HashMap<>();
        for (TripletSet part : parts) {
            for (Triplet t : part.triplets()) {
                boolean here = notDrawn.contains(t);
                for (Path image : t.images()) {
                    Place other = seen.get(contents.get(image));
                    boolean same = other == null || other.part().equals(part.name());
                    if (same) {
                        seen.put(contents.get(image), new Place(image, part.name(), here || other != null && other.given()));
                    } else if (here || other.given() || !other.image().equals(image)) {
                        throw new FacetException(image + " of triplet " + t.name() + " falls in both " + other.part() + " and " + part.name() + copy(image, other)
                                + ". Let no two triplets share an image" + (here ? ", or give folders of people, of which triplets are drawn." : "."));
                    }
                }
            }
        }
    }

    private static String copy(Path image, Place other) {
        return other.image().equals(image) ? "" : " (" + other.image() + " is a copy of it)";
    }
}
