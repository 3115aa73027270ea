package facet.eval.places;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import facet.data.image.ImageLoader;
import facet.eval.EuclideanDistance;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.net.FoldedNorms;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The embeddings of one image, whole and with a grey patch in each of many positions. How a distance changes by that is an occlusion map
 * (M. Zeiler and R. Fergus, Visualizing and understanding convolutional networks, ECCV 2014): a check that knows nothing of the network's inside.
 *
 * @param patches the positions
 * @param whole the embedding of the image as it is
 * @param covered the embedding by patch
 */
public record CoveredFace(Patches patches, float[] whole, List<float[]> covered) {

    /**
     * Embeds an image file and its covered copies, in batches.
     *
     * @throws FacetException where the file is no image, the loader is of another image size than the patches, or the thread was interrupted, which it stays
     */
    public static CoveredFace of(FaceEmbedder model, Path image, ImageLoader loader, Patches patches, Progress progress) {
        if (loader.size() != patches.size()) {
            throw new FacetException("The patches are for images of " + patches.size() + " pixels, the network's images have " + loader.size() + ". Make patches for those.");
        }
        byte[] pixels = loader.load(image);
        int copies = patches.grid().places() + 1;
        float[][] embeddings = new float[copies][];
        progress.report("cover", 0, copies, "");
        try (NDManager manager = model.manager().newSubManager(); FoldedNorms folded = model.folded()) {
            ParameterStore store = new ParameterStore(manager, false);
            for (int start = 0; start < copies; start += Embeddings.BATCH) {
                if (Thread.currentThread().isInterrupted()) { // it stays set, for those above
                    throw new FacetException("Stopped after " + start + " of " + copies + " copies of " + image + ".");
                }
                int end = Math.min(copies, start + Embeddings.BATCH);
                List<byte[]> batch = IntStream.range(start, end).mapToObj(i -> i == 0 ? pixels : patches.cover(pixels, i - 1)).toList();
                try (NDManager pass = manager.newSubManager(); NDArray input = loader.batch(pass, batch)) {
                    float[] flat = model.forward(store, new NDList(input), false).singletonOrThrow().toFloatArray();
                    int length = flat.length / batch.size();
                    for (int i = start; i < end; i++) {
                        embeddings[i] = Arrays.copyOfRange(flat, (i - start) * length, (i - start + 1) * length);
                    }
                }
                progress.report("cover", end, copies, "");
            }
        }
        return new CoveredFace(patches, embeddings[0], List.of(embeddings).subList(1, copies));
    }

    /**
     * Computes how much of the distance to another face goes where a patch covers this one: d(A, B) - d(A covered, B). Negative where the distance grows.
     *
     * @param other the other face's embedding
     */
    public PlaceMap loss(float[] other) {
        double distance = EuclideanDistance.between(whole, other);
        return new PlaceMap(patches.grid(), covered.stream().mapToDouble(one -> distance - EuclideanDistance.between(one, other)).toArray());
    }
}
