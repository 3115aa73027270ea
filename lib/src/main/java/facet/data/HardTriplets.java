package facet.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hard form of a set: the same anchors and positives, each with the stranger of the same part who is most like the anchor. */
public final class HardTriplets {

    /** The kind of its triplets. */
    public static final String KIND = "hard";

    /** The names of its sets, which no kind of triplet may bear. */
    static final List<String> SETS = List.of("hard test", "hard validation");

    private HardTriplets() { }

    /** @return whether a set of that name is one of these: a run has them after epochs for which there was a judge, and not after others */
    public static boolean isHard(String set) {
        return SETS.contains(set);
    }

    /** @return all images of the people of whom a set's triplets are, and those of its given triplets; by person, then by file */
    static List<Path> candidates(TripletSet part, FaceSet faces) {
        Set<String> people = part.triplets().stream().map(triplet -> person(triplet.anchor())).collect(Collectors.toSet());
        return Stream.concat(faces.people().stream().filter(person -> people.contains(person.name())).flatMap(person -> person.images().stream()),
                        part.triplets().stream().flatMap(triplet -> triplet.images().stream()))
                .distinct().sorted(Comparator.comparing(HardTriplets::person).thenComparing(image -> image.getFileName().toString())).toList();
    }

    /**
     * Chooses for each triplet the image of another person that is most like the anchor; of several that are equally so, the first by person and file.
     *
     * @param part of a split, with all of its triplets
     * @param likeness of two images, the higher the more alike
     * @return as many triplets as the part has, under their names
     * @throws facet.io.FacetException where a person is alone in the part
     */
    public static TripletSet of(TripletSet part, FaceSet faces, ToDoubleBiFunction<Path, Path> likeness) {
        List<Path> candidates = candidates(part, faces);
        return new TripletSet("hard " + part.name(), part.triplets().stream().map(triplet -> hard(triplet, candidates, likeness)).toList());
    }

    private static Triplet hard(Triplet triplet, List<Path> candidates, ToDoubleBiFunction<Path, Path> likeness) {
        String person = person(triplet.anchor());
        Path negative = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Path candidate : candidates) {
            double alike = person(candidate).equals(person) ? Double.NEGATIVE_INFINITY : likeness.applyAsDouble(triplet.anchor(), candidate);
            if (alike > most) {
                most = alike;
                negative = candidate;
            }
        }
        if (negative == null) {
            throw TripletSplit.alone(person);
        }
        return new Triplet(triplet.name(), KIND, triplet.anchor(), triplet.positive(), negative, most);
    }

    private static String person(Path image) {
        return String.valueOf(image.getParent().getFileName());
    }
}
