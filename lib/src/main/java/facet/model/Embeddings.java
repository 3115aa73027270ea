package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import facet.data.image.Inputs;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.net.FoldedNorms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Embeds image files in evaluation mode: running statistics, no autograd. */
public final class Embeddings {

    /** Images in one pass: a constant, so that the same images always give the same bits. */
    public static final int BATCH = 16;

    private Embeddings() { }

    /** Receives embeddings. */
    @FunctionalInterface
    public interface Receiver {
        /** Takes the embedding, of length D, of a file. */
        void take(Path image, float[] embedding);
    }

    /**
     * Hands on the embedding of each file, in their order, as soon as it is there: a flattened P2 is 3 MB an image, too much for all.
     *
     * @throws FacetException where a file is no image, or the thread was interrupted, which it stays
     */
    public static void each(FaceEmbedder model, Collection<Path> images, Inputs inputs, Progress progress, Receiver receiver) {
        List<List<Path>> batches = batches(List.copyOf(images), BATCH);
        int done = 0;
        progress.report("embed", done, images.size(), "");
        try (NDManager manager = model.manager().newSubManager(); Inputs.Feed feed = inputs.feed(batches);
                FoldedNorms folded = inputs.needsBackbone() ? model.folded() : null) { // a backbone that is not run need not be folded
            ParameterStore store = new ParameterStore(manager, false);
            for (List<Path> batch : batches) {
                try (NDManager pass = manager.newSubManager(); NDArray input = feed.next(pass)) {
                    float[] flat = model.forward(store, new NDList(input), false).singletonOrThrow().toFloatArray();
                    int length = flat.length / batch.size();
                    for (int i = 0; i < batch.size(); i++) {
                        receiver.take(batch.get(i), Arrays.copyOfRange(flat, i * length, (i + 1) * length));
                    }
                }
                done += batch.size();
                progress.report("embed", done, images.size(), "");
                if (Thread.currentThread().isInterrupted()) { // it stays set, for those above
                    throw new FacetException("Stopped after " + done + " of " + images.size() + " images.");
                }
            }
        }
    }

    /** Cuts a list into batches; the last may be smaller. */
    public static List<List<Path>> batches(List<Path> images, int size) {
        List<List<Path>> batches = new ArrayList<>();
        for (int i = 0; i < images.size(); i += size) {
            batches.add(images.subList(i, Math.min(i + size, images.size())));
        }
        return batches;
    }
}
