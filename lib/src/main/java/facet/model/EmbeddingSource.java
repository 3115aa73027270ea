package facet.model;

import facet.io.Progress;
import java.nio.file.Path;
import java.util.Collection;

/** Where the embeddings of image files come from: a network at work, or a cache of what it computed before. */
@FunctionalInterface
public interface EmbeddingSource {

    /**
     * Hands on the embedding of each file, in their order.
     *
     * @throws facet.io.FacetException where a file is no image, or the thread was interrupted
     */
    void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver);
}
