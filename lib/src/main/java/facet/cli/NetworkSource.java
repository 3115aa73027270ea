package facet.cli;

import facet.data.image.ImageLoader;
import facet.model.EmbeddingSource;
import facet.model.FaceEmbedder;

/** Who computes a network's embeddings: this program, or others that build the same network. */
@FunctionalInterface
public interface NetworkSource {

    /**
     * Returns where the embeddings come from.
     *
     * @param model the network, alive as long as they are asked for
     * @param weights the name of its weights, or their file, as the user wrote it
     * @param loader what the images are read with, and so their size
     */
    EmbeddingSource source(FaceEmbedder model, String weights, ImageLoader loader);
}
