package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import facet.data.Inputs;
import facet.data.Progress;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.TripletDistances;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Measures what an embedder says of group sets; an image that several groups share is embedded once. */
public final class GroupDistances {

    private GroupDistances() { }

    /** @return the distinct images of the sets, in order */
    public static Set<Path> images(List<TripletSet> sets) {
        Set<Path> images = new LinkedHashSet<>();
        for (TripletSet set : sets) {
            for (Triplet t : set.triplets()) {
                images.addAll(t.images());
            }
        }
        return images;
    }

    /** @return the distances of a batch's groups, of embeddings [3B, D] as {@link TripletLoss} takes them */
    static List<TripletDistances> of(List<Triplet> groups, NDArray embeddings) {
        try (NDList roles = TripletLoss.roles(embeddings);
                NDArray positive = TripletLoss.distance(roles.get(0), roles.get(1));
                NDArray negative = TripletLoss.distance(roles.get(0), roles.get(2))) {
            float[] ap = positive.toFloatArray();
            float[] an = negative.toFloatArray();
            if (ap.length != groups.size()) {
                throw new IllegalArgumentException("There are " + groups.size() + " groups and the embeddings of " + ap.length + ".");
            }
            return IntStream.range(0, ap.length).mapToObj(i -> new TripletDistances(
                    groups.get(i).group(), groups.get(i).kind(), ap[i], an[i])).toList();
        }
    }

    /** @return the Euclidean distance of two pictures' embeddings */
    public static double between(FaceEmbedder model, Path first, Path second, Inputs inputs) {
        return measure(model, new TripletSet("pair", List.of(new Triplet("pair", "pair", first, second, second))), inputs).get(0).positive();
    }

    /** @return the distances of one set's groups */
    public static List<TripletDistances> measure(FaceEmbedder model, TripletSet set, Inputs inputs) {
        return measure(model, List.of(set), inputs, Progress.silent()).get(set.name());
    }

    /**
     * @return for each set its groups' distances, in the sets' order
     * @throws facet.data.FacetException where a picture can't be read, or the thread was interrupted
     */
    public static Map<String, List<TripletDistances>> measure(
            FaceEmbedder model, List<TripletSet> sets, Inputs inputs, Progress progress) {
        return measure((images, told, receiver) -> Embeddings.each(model, images, inputs, told, receiver), sets, progress);
    }

    /** @return the same by embeddings from anywhere */
    public static Map<String, List<TripletDistances>> measure(EmbeddingSource source, List<TripletSet> sets, Progress progress) {
        Map<String, List<TripletDistances>> distances = new LinkedHashMap<>();
        sets.forEach(set -> distances.put(set.name(), new ArrayList<>()));
        PendingGroups pending = new PendingGroups(sets, (set, distance) -> distances.get(set).add(distance));
        source.each(images(sets), progress, pending);
        return distances;
    }
}
