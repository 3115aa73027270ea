package facet.train;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.EuclideanDistance;
import facet.eval.TripletDistances;
import facet.model.Embeddings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;

/** Triplets that wait for the embeddings of their images. An embedding that no triplet waits for any more is dropped. */
final class PendingTriplets implements Embeddings.Receiver {

    private record Waiting(String set, Triplet triplet) { }

    private final Queue<Waiting> triplets = new ArrayDeque<>();
    private final Map<Path, Integer> uses = new HashMap<>();
    private final Map<Path, float[]> vectors = new HashMap<>();
    private final BiConsumer<String, TripletDistances> measured;

    /** Passes each triplet and its set's name on as soon as its three images are there; these come in the triplets' order. */
    PendingTriplets(List<TripletSet> sets, BiConsumer<String, TripletDistances> measured) {
        this.measured = measured;
        for (TripletSet set : sets) {
            for (Triplet t : set.triplets()) {
                triplets.add(new Waiting(set.name(), t));
                t.images().forEach(image -> uses.merge(image, 1, Integer::sum));
            }
        }
    }

    @Override
    public void take(Path image, float[] embedding) {
        vectors.put(image, embedding);
        while (!triplets.isEmpty() && isComplete(triplets.element().triplet())) {
            Triplet t = triplets.element().triplet();
            measured.accept(triplets.remove().set(), new TripletDistances(t.name(), t.kind(),
                    distance(t.anchor(), t.positive()), distance(t.anchor(), t.negative()), t.likeness()));
            t.images().forEach(this::release);
        }
    }

    private boolean isComplete(Triplet t) {
        return vectors.keySet().containsAll(t.images());
    }

    private void release(Path image) {
        if (uses.merge(image, -1, Integer::sum) == 0) {
            vectors.remove(image);
        }
    }

    private double distance(Path a, Path b) {
        return EuclideanDistance.between(vectors.get(a), vectors.get(b));
    }
}
