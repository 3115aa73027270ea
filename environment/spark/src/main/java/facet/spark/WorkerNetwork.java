package facet.spark;

import ai.djl.ndarray.NDManager;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.FiniteEmbeddings;
import facet.model.cache.CachedEmbeddings;
import java.nio.file.Path;
import java.util.Collection;

/**
 * The network of a worker's Java: built for its first task and kept for the others (djl#3079), since an executor works for one command and so for one network. It
 * dies with the executor.
 */
final class WorkerNetwork implements AutoCloseable, EmbeddingSource {

    private static WorkerNetwork kept;

    private final NetworkSettings settings;
    private final NDManager manager = NDManager.newBaseManager();
    private final FaceEmbedder model;

    private WorkerNetwork(NetworkSettings settings) {
        this.settings = settings;
        try {
            model = settings.build(manager);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /** The network of these settings. */
    static synchronized WorkerNetwork of(NetworkSettings settings) {
        if (kept == null || !kept.settings.equals(settings)) {
            if (kept != null) {
                kept.close();
            }
            kept = null; // where building fails
            kept = new WorkerNetwork(settings);
        }
        return kept;
    }

    @Override
    public synchronized void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver) {
        try (ImageLoader loader = new ImageLoader(settings.size())) {
            new FiniteEmbeddings(new CachedEmbeddings(model, loader, DataHome.find().features().resolve("embeddings"))).each(images, progress, receiver);
        }
    }

    @Override
    public void close() {
        model.close();
        manager.close();
    }
}
