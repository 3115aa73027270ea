package facet.model;

import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Refuses embeddings that hold NaN or an infinite number, as training refuses such a loss: no distance of them has a meaning.
 *
 * @param source where the embeddings come from
 */
public record FiniteEmbeddings(EmbeddingSource source) implements EmbeddingSource {

    /**
     * Hands on the embedding of each file, in their order.
     *
     * @throws FacetException where one is not finite; it names the image
     */
    @Override
    public void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver) {
        source.each(images, progress, (image, embedding) -> {
            for (float x : embedding) {
                if (!Float.isFinite(x)) {
                    throw new FacetException(image + ": the network's embedding holds " + x + ". Its weights are damaged, or their training diverged: take other weights.");
                }
            }
            receiver.take(image, embedding);
        });
    }
}
