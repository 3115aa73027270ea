package facet.eval.places;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.data.image.View;
import facet.eval.EuclideanDistance;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The embeddings of one image, whole and with a grey patch in each of many positions. How a distance changes by that is an occlusion map
 * (M. Zeiler and R. Fergus, Visualizing and understanding convolutional networks, ECCV 2014): a check that uses nothing of the network's inside.
 *
 * @param patches the positions
 * @param whole the embedding of the image as it is
 * @param covered the embedding by patch
 */
record CoveredFace(Patches patches, float[] whole, List<float[]> covered) {

    /**
     * Embeds an image file and its covered copies, in batches.
     *
     * @throws FacetException where the file is no image, the loader is of another image size than the patches, or the thread was interrupted, which it stays
     */
    static CoveredFace of(FaceEmbedder model, Path image, ImageLoader loader, Patches patches, Progress progress) {
        if (loader.size() != patches.size()) {
            throw new FacetException("The patches are for images of " + patches.size() + " pixels, the network's images have " + loader.size() + ". Make patches for those.");
        }
        List<Path> copies = Collections.nCopies(1 + patches.grid().places(), image);
        Iterator<byte[]> pixels = copies(loader.load(image), patches).iterator();
        List<float[]> embeddings = new ArrayList<>();
        Embeddings.each(model, copies, batches -> new Copies(loader, pixels, batches.iterator()), progress, (file, embedding) -> embeddings.add(embedding));
        return new CoveredFace(patches, embeddings.get(0), embeddings.subList(1, embeddings.size()));
    }

    /** The image as it is, then with each patch. */
    private static Stream<byte[]> copies(byte[] pixels, Patches patches) {
        return IntStream.range(-1, patches.grid().places()).mapToObj(tile -> tile < 0 ? pixels : patches.cover(pixels, tile));
    }

    /** The copies, a batch after the other. */
    private record Copies(ImageLoader loader, Iterator<byte[]> pixels, Iterator<List<View>> batches) implements Inputs.Feed {

        @Override
        public NDArray next(NDManager manager) {
            return loader.batch(manager, batches.next().stream().map(copy -> pixels.next()).toList());
        }

        @Override
        public void close() {
            // The loader is its owner's.
        }
    }

    /**
     * Computes how much of the distance to another face goes where a patch covers this one: d(A, B) - d(A covered, B). Negative where the distance grows.
     *
     * @param other the other face's embedding
     */
    PlaceMap loss(float[] other) {
        double distance = EuclideanDistance.between(whole, other);
        return new PlaceMap(patches.grid(), covered.stream().mapToDouble(one -> distance - EuclideanDistance.between(one, other)).toArray());
    }
}
