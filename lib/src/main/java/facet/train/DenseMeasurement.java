package facet.train;

import facet.data.FaceSet;
import facet.data.Person;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.image.Inputs;
import facet.eval.DenseAccuracy;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures all triplets that the images of a part's people allow ({@link DenseAccuracy}). */
public final class DenseMeasurement {

    private DenseMeasurement() { }

    /**
     * Finds the people of whom a part's triplets were drawn, with all of their images.
     *
     * @throws FacetException where there are none, since the set's triplets are given
     */
    public static List<Person> people(FaceSet faces, TripletSet part) {
        Set<String> names = part.triplets().stream().map(Triplet::name).collect(Collectors.toSet());
        List<Person> people = faces.people().stream().filter(person -> names.contains(person.name())).toList();
        if (people.isEmpty()) {
            throw new FacetException(faces.name() + " has triplets, and no people whose images could be paired. Name generated, lfw, or a folder of people.");
        }
        return people;
    }

    /**
     * Embeds every image once and compares them.
     *
     * @throws FacetException where there are too few people, an image can't be read, or the thread was interrupted
     */
    public static DenseAccuracy measure(EmbeddingSource source, List<Person> people, Progress progress) {
        Map<Path, float[]> embeddings = new HashMap<>();
        source.each(people.stream().flatMap(person -> person.images().stream()).toList(), progress, embeddings::put);
        Map<String, float[][]> byPerson = new LinkedHashMap<>();
        people.forEach(person -> byPerson.put(person.name(), person.images().stream().map(embeddings::get).toArray(float[][]::new)));
        try {
            return DenseAccuracy.of(byPerson);
        } catch (IllegalArgumentException e) {
            throw new FacetException(e.getMessage() + " Take another part or a larger set.", e);
        }
    }

    /** @return the same by a network */
    public static DenseAccuracy measure(FaceEmbedder model, List<Person> people, Inputs inputs, Progress progress) {
        return measure((images, told, receiver) -> Embeddings.each(model, images, inputs, told, receiver), people, progress);
    }
}
