package facet.data;

import facet.io.FacetException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/** How a person's negative is chosen among the other people of the same part. */
@FunctionalInterface
public interface Negatives {

    /** Chooses one of the candidates; the person is not among them. */
    Person choose(Person anchor, List<Person> candidates, Random random);

    /** @return anybody, each as likely as the other */
    static Negatives random() {
        return (anchor, candidates, random) -> candidates.get(random.nextInt(candidates.size()));
    }

    /** @return the one most like the person, by a distance such as that of an embedder */
    static Negatives nearest(ToDoubleBiFunction<Person, Person> distance) {
        return (anchor, candidates, random) -> candidates.stream()
                .min(Comparator.comparingDouble(other -> distance.applyAsDouble(anchor, other))).orElseThrow();
    }

    /** @return the one with the image that is most like one of the person's, by a {@link Judge}'s likeness */
    static Negatives lookalike(ToDoubleBiFunction<Path, Path> likeness) {
        return nearest((anchor, other) -> -anchor.images().stream()
                .flatMapToDouble(one -> other.images().stream().mapToDouble(image -> likeness.applyAsDouble(one, image))).max().orElseThrow());
    }

    /** @return the one that the set's own triplet of the person names, from whatever part it comes: for use of the list as it is */
    static Negatives given(FaceSet faces) {
        Map<String, Person> people = faces.people().stream().collect(Collectors.toMap(Person::name, Function.identity()));
        Map<String, String> named = faces.triplets().stream().filter(t -> t.kind().equals(FaceSet.ORDINARY)).collect(Collectors.toMap(
                t -> t.anchor().getParent().getFileName().toString(), t -> t.negative().getParent().getFileName().toString(),
                (first, second) -> first));
        return (anchor, candidates, random) -> {
            Person negative = people.get(named.get(anchor.name()));
            if (negative == null) {
                throw new FacetException("The set " + faces.name() + " gives no negative for " + anchor.name() + ": choose random ones.");
            }
            return negative;
        };
    }
}
