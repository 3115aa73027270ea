package facet.model.cache;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import facet.data.image.ImageLoader;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.Pooling;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collection;

/**
 * The embeddings of a network that is not trained any more: those of images that it has seen before, with the same numbers, are read and
 * not computed.
 *
 * @param model the network
 * @param loader where images come from, and so their size
 * @param cache the folder for all of them; each network and image size has its own below it
 */
public record CachedEmbeddings(FaceEmbedder model, ImageLoader loader, Path cache) implements EmbeddingSource {

    /** Longer ones, those of flattened maps, fill a disk faster than they are computed. */
    private static final long LONGEST = 4096;

    /** Since a grid is pooled before the last convolution, its last bits are others than those that were kept before. */
    private String pooling() {
        return model.pooling().name() + (model.pooling() == Pooling.GRID && model.poolFirst() ? " of taps" : "");
    }

    /** @return whether embeddings of length D are kept, and so copies of an image embedded once */
    public static boolean keeps(long length) {
        return length <= LONGEST;
    }

    @Override
    public void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver) {
        if (!keeps(model.embeddingSize(loader.size()))) {
            Embeddings.each(model, images, loader, progress, receiver);
            return;
        }
        String settings = String.join(" ", model.level().name(), pooling(), "" + model.poolFirst(), "" + model.normalized(),
                model.precision().toString(), model.resnet().strides().text(), "" + loader.size());
        FeatureKind kind = new FeatureKind("embed", settings, ModelFile.tensors(model).values(), DataType.FLOAT32,
                input -> model.forward(new ParameterStore(input.getManager(), false), new NDList(input), false).singletonOrThrow());
        FeatureCache kept = new FeatureCache(kind, model, images, loader, cache, progress);
        for (Path image : images) {
            FloatBuffer numbers = kept.bytes(image).asFloatBuffer();
            float[] embedding = new float[numbers.remaining()];
            numbers.get(embedding);
            receiver.take(image, embedding);
        }
    }
}
