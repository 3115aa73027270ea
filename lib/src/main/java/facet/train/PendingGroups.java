package facet.train;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.TripletDistances;
import facet.model.Embeddings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;

/** Groups that wait for the embeddings of their images; one that no group waits for any more is dropped. */
final class PendingGroups implements Embeddings.Receiver {

    private record Waiting(String set, Triplet triplet) { }

    private final Queue<Waiting> groups = new ArrayDeque<>();
    private final Map<Path, Integer> uses = new HashMap<>();
    private final Map<Path, float[]> vectors = new HashMap<>();
    private final BiConsumer<String, TripletDistances> measured;

    /** Tells of each group and its set's name as soon as its three images are there; these come in the groups' order. */
    PendingGroups(List<TripletSet> sets, BiConsumer<String, TripletDistances> measured) {
        this.measured = measured;
        for (TripletSet set : sets) {
            for (Triplet t : set.triplets()) {
                groups.add(new Waiting(set.name(), t));
                t.images().forEach(image -> uses.merge(image, 1, Integer::sum));
            }
        }
    }

    @Override
    public void take(Path image, float[] embedding) {
        vectors.put(image, embedding);
        while (!groups.isEmpty() && isComplete(groups.element().triplet())) {
            Triplet t = groups.element().triplet();
            measured.accept(groups.remove().set(), new TripletDistances(t.group(), t.kind(),
                    distance(t.anchor(), t.positive()), distance(t.anchor(), t.negative())));
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
        float[] x = vectors.get(a);
        float[] y = vectors.get(b);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - y[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
