package facet.train;

import ai.djl.ndarray.NDArray;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.image.Inputs;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Measures the distances of triplet sets. An image that several triplets share is embedded once. */
public final class TripletMeasurement {

    private TripletMeasurement() { }

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

    /** @return the distances of a batch's triplets as the loss sees them, of embeddings [3B, D] as {@link TripletLoss} takes them */
    static List<TripletDistances> of(List<Triplet> triplets, NDArray embeddings) {
        float[][] distances = TripletLoss.distances(embeddings);
        float[] ap = distances[0];
        float[] an = distances[1];
        if (ap.length != triplets.size()) {
            throw new IllegalArgumentException("There are " + triplets.size() + " triplets and the embeddings of " + ap.length + ".");
        }
        return IntStream.range(0, ap.length)
                .mapToObj(i -> new TripletDistances(triplets.get(i).name(), triplets.get(i).kind(), ap[i], an[i], triplets.get(i).likeness())).toList();
    }

    /** @return the Euclidean distance of two images' embeddings */
    public static double between(FaceEmbedder model, Path first, Path second, Inputs inputs) {
        return measure(model, new TripletSet("pair", List.of(new Triplet("pair", "pair", first, second, second))), inputs).get(0).anchorPositive();
    }

    /** @return the distances of one set's triplets */
    public static List<TripletDistances> measure(FaceEmbedder model, TripletSet set, Inputs inputs) {
        return measure(model, List.of(set), inputs, Progress.silent()).distances(set.name());
    }

    /**
     * Measures several sets.
     *
     * @throws facet.io.FacetException where an image can't be read, or the thread was interrupted
     */
    public static Measurements measure(FaceEmbedder model, List<TripletSet> sets, Inputs inputs, Progress progress) {
        return measure((images, told, receiver) -> Embeddings.each(model, images, inputs, told, receiver), sets, progress);
    }

    /** @return the same by embeddings from anywhere */
    public static Measurements measure(EmbeddingSource source, List<TripletSet> sets, Progress progress) {
        Measurements.Builder measured = new Measurements.Builder();
        sets.forEach(set -> measured.set(set.name()));
        source.each(images(sets), progress, new PendingTriplets(sets, measured::add));
        return measured.build();
    }
}
