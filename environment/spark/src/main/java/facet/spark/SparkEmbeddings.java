package facet.spark;

import facet.data.image.ImageLoader;
import facet.io.ContentKeys;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.cache.CachedEmbeddings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Embeddings that the workers of a cluster compute, with the bits of the local command: the same images are in the same batches, since a task has whole batches
 * and copies of an image are embedded once, as there.
 *
 * @param master of the cluster
 * @param settings of the network
 * @param batches in a task
 * @param copiesOnce whether copies of an image are embedded once
 */
record SparkEmbeddings(MasterAddress master, NetworkSettings settings, int batches, boolean copiesOnce) implements EmbeddingSource {

    private static final String PROGRESS = "embed on Spark";
    private static final long MOST_BYTES = 16 << 20; // of a task's result
    private static final int MOST_BATCHES = 8;

    static SparkEmbeddings of(MasterAddress master, FaceEmbedder model, String weights, ImageLoader loader) {
        long length = model.embeddingSize(loader.size());
        long fitting = MOST_BYTES / (Embeddings.BATCH * Float.BYTES * length);
        return new SparkEmbeddings(master, NetworkSettings.of(model, weights, loader.size()), (int) Math.max(1, Math.min(MOST_BATCHES, fitting)),
                CachedEmbeddings.keeps(length));
    }

    @Override
    public void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver) {
        CopiesInOrder copies = new CopiesInOrder(List.copyOf(images), copiesOnce ? ContentKeys.of(images) : names(images));
        List<Path> distinct = copies.firsts();
        try (Cluster cluster = Cluster.open(master, "facet embed")) {
            progress.report(PROGRESS, 0, distinct.size(), "");
            int[] done = {0};
            cluster.each(tasks(distinct), () -> 2 * cluster.width(), (task, embeddings) -> {
                for (float[] embedding : embeddings) {
                    copies.take(distinct.get(done[0]++), embedding, receiver);
                }
                progress.report(PROGRESS, done[0], distinct.size(), "");
            });
        }
    }

    private static Map<Path, String> names(Collection<Path> images) {
        return images.stream().collect(Collectors.toMap(Function.identity(), Path::toString));
    }

    /** Tasks of whole batches; the last has what is left. */
    List<EmbedTask> tasks(List<Path> images) {
        return Embeddings.batches(images, batches * Embeddings.BATCH).stream().map(this::task).toList();
    }

    private EmbedTask task(List<Path> images) {
        return new EmbedTask(settings, new ArrayList<>(images.stream().map(image -> image.toAbsolutePath().normalize().toString()).toList()));
    }
}
