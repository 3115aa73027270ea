package facet.eval.verification;

import facet.eval.EuclideanDistance;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the Euclidean distance of every pair of images; an image that several pairs share is embedded once, and dropped after the last of them. */
public final class PairDistances {

    private final List<ImagePair> pairs;
    private final Map<Path, Integer> uses = new HashMap<>();
    private final Map<Path, float[]> embeddings = new HashMap<>();
    private final List<ScoredPair> scored = new ArrayList<>();

    private PairDistances(List<ImagePair> pairs) {
        this.pairs = pairs;
        pairs.forEach(pair -> List.of(pair.imageA(), pair.imageB()).forEach(image -> uses.merge(image, 1, Integer::sum)));
    }

    /** @return the distinct images of the pairs, in order */
    public static Collection<Path> images(List<ImagePair> pairs) {
        Set<Path> images = new LinkedHashSet<>();
        pairs.forEach(pair -> images.addAll(List.of(pair.imageA(), pair.imageB())));
        return images;
    }

    /**
     * Embeds the images and measures the pairs, in their order.
     *
     * @throws facet.io.FacetException where an image can't be read, or the thread was interrupted
     */
    public static ScoredPairs measure(EmbeddingSource source, List<ImagePair> pairs, Progress progress) {
        PairDistances distances = new PairDistances(pairs);
        source.each(images(pairs), progress, distances::take);
        return new ScoredPairs(distances.scored);
    }

    private void take(Path image, float[] embedding) {
        embeddings.put(image, embedding);
        while (scored.size() < pairs.size()) {
            ImagePair next = pairs.get(scored.size());
            float[] a = embeddings.get(next.imageA());
            float[] b = embeddings.get(next.imageB());
            if (a == null || b == null) {
                return;
            }
            scored.add(next.scored(EuclideanDistance.between(a, b)));
            release(next.imageA());
            release(next.imageB());
        }
    }

    private void release(Path image) {
        if (uses.merge(image, -1, Integer::sum) == 0) {
            embeddings.remove(image);
        }
    }
}
