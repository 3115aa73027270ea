package facet.data;

import java.util.List;

/**
 * People with their images, and the triplets that the set itself gives.
 *
 * @param name such as generated or lfw
 * @param people of whom ordinary triplets are drawn, by name
 * @param pooled given triplets that are split together with the ordinary ones, such as the paper's generated look-alikes
 * @param triplets all other given triplets; those of a kind other than ordinary are test sets
 */
public record FaceSet(String name, List<Person> people, List<Triplet> pooled, List<Triplet> triplets) {

    /** The kind of a triplet whose negative is any other person. */
    public static final String ORDINARY = "ordinary";

    public FaceSet {
        people = List.copyOf(people);
        pooled = List.copyOf(pooled);
        triplets = List.copyOf(triplets);
    }
}
