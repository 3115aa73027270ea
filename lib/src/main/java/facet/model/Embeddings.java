package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import facet.data.ImageLoader;
import facet.data.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The embeddings of image files.
 *
 * @param vectors each of length D, by file
 */
public record Embeddings(Map<Path, float[]> vectors) {

    /** Images in one pass: a constant, so that the same images always give the same bits. */
    private static final int BATCH = 16;

    /** Embeds files in evaluation mode: running statistics, no autograd. */
    public static Embeddings of(FaceEmbedder model, Collection<Path> images, ImageLoader loader, Progress progress) {
        List<List<Path>> batches = batches(List.copyOf(images));
        Map<Path, float[]> vectors = new LinkedHashMap<>();
        progress.report("embed", 0, images.size(), "");
        try (NoGradient off = new NoGradient();
                NDManager manager = model.manager().newSubManager();
                var decoded = loader.prefetch(batches)) {
            ParameterStore store = new ParameterStore(manager, false);
            for (List<Path> batch : batches) {
                try (NDManager pass = manager.newSubManager();
                        NDArray input = loader.batch(pass, decoded.next())) {
                    NDArray output = model.forward(store, new NDList(input), false).singletonOrThrow();
                    float[] flat = output.toFloatArray();
                    int length = flat.length / batch.size();
                    for (int i = 0; i < batch.size(); i++) {
                        vectors.put(batch.get(i), Arrays.copyOfRange(flat, i * length, (i + 1) * length));
                    }
                }
                progress.report("embed", vectors.size(), images.size(), "");
            }
        }
        return new Embeddings(vectors);
    }

    private static List<List<Path>> batches(List<Path> images) {
        List<List<Path>> batches = new ArrayList<>();
        for (int i = 0; i < images.size(); i += BATCH) {
            batches.add(images.subList(i, Math.min(i + BATCH, images.size())));
        }
        return batches;
    }

    /** @return the Euclidean distance of two files' embeddings */
    public double distance(Path a, Path b) {
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
