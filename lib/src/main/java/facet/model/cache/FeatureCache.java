package facet.model.cache;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import facet.data.image.Inputs;
import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Sha256;
import facet.io.Turn;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.net.FoldedNorms;
import facet.model.net.NoGradient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a network that does not change makes of images ({@link FeatureKind}): computed once, kept on disk under the hashes of the network and of the images. */
final class FeatureCache {

    private static final int A_FILE = 16; // batches; what a stop loses at the most
    private static final long A_FULL_FILE = 256L << 20; // bytes; those of large features are in memory until they are written

    private final FeatureStore store;
    private final Map<Path, String> hashes = new LinkedHashMap<>();

    /**
     * Computes what is missing and keeps it in a folder of the cache, or in memory where the disk is full or not writable.
     *
     * @throws FacetException where an image can't be read, or the thread was interrupted, which it stays: whole files stay, too
     */
    FeatureCache(FeatureKind kind, FaceEmbedder model, Collection<Path> images, Inputs loader, Path cache, Progress progress) {
        this(kind, model, images, loader, cache, progress, A_FULL_FILE);
    }

    FeatureCache(FeatureKind kind, FaceEmbedder model, Collection<Path> images, Inputs loader, Path cache, Progress progress, long fullFile) {
        images.forEach(image -> hashes.put(image, hash(image)));
        Path folder = cache.resolve(kind.hash());
        FeatureStore kept = FeatureStore.open(folder);
        try (Turn turn = missing(kept).isEmpty() ? null : kept.turn(progress)) {
            store = turn == null ? kept : FeatureStore.open(folder); // with what another program computed meanwhile
            compute(kind, model, missing(store), loader, progress, fullFile);
        } catch (IOException e) {
            throw new FacetException("Can't close the lock in " + folder + ". Is its disk still there?", e);
        }
    }

    private Map<String, Path> missing(FeatureStore kept) {
        Map<String, Path> missing = new LinkedHashMap<>(); // equal images once
        hashes.forEach((image, hash) -> {
            if (!kept.holds(hash)) {
                missing.putIfAbsent(hash, image);
            }
        });
        return missing;
    }

    private static String hash(Path image) {
        try {
            return Sha256.of(image);
        } catch (IOException e) {
            throw new FacetException("Can't read the image " + image + ".", e);
        }
    }

    private void compute(FeatureKind kind, FaceEmbedder model, Map<String, Path> missing, Inputs loader, Progress progress, long fullFile) {
        if (missing.isEmpty()) {
            progress.report(kind.name(), 1, 1, "read from what was kept");
            return;
        }
        List<List<Path>> batches = Embeddings.batches(List.copyOf(missing.values()), Embeddings.BATCH);
        Iterator<String> names = missing.keySet().iterator();
        String detail = "";
        int done = 0;
        int kept = 0;
        progress.report(kind.name(), done, missing.size(), detail);
        try (Inputs.Feed feed = loader.feed(batches); FoldedNorms folded = model.folded(); NoGradient off = new NoGradient()) {
            int next = 0;
            while (next < batches.size()) {
                try (NDManager file = model.manager().newSubManager()) {
                    Map<String, NDArray> features = new LinkedHashMap<>();
                    int end = Math.min(next + A_FILE, batches.size());
                    for (long bytes = 0; next < end && bytes < fullFile; next++) {
                        List<Path> batch = batches.get(next);
                        NDArray computed = batch(kind, feed, file);
                        bytes += bytes(computed);
                        for (int i = 0; i < batch.size(); i++) {
                            features.put(names.next(), computed.get(i));
                        }
                        done += batch.size();
                        detail = disk(missing.size() * bytes(computed) / batch.size());
                        if (Thread.currentThread().isInterrupted()) {
                            throw new FacetException("Stopped after " + done + " of " + missing.size() + " images; " + kept
                                    + " are kept, and the same command goes on from there.");
                        }
                        if (done < missing.size()) {
                            progress.report(kind.name(), done, missing.size(), detail);
                        }
                    }
                    kept += store.add(features) ? features.size() : 0;
                }
            }
        }
        progress.report(kind.name(), done, missing.size(), detail);
    }

    private static NDArray batch(FeatureKind kind, Inputs.Feed feed, NDManager file) {
        try (NDManager pass = file.newSubManager(); NDArray input = feed.next(pass); NDArray wide = kind.compute().apply(input)) {
            NDArray kept = kind.type() == DataType.FLOAT32 ? wide.duplicate() : wide.toType(kind.type(), false);
            kept.attach(file);
            return kept;
        }
    }

    /** The disk that features take, in words; "" below a megabyte. */
    private static String disk(long bytes) {
        return bytes < 1_000_000 ? "" : String.format(Locale.ROOT, "%,d MB on disk", bytes / 1_000_000);
    }

    private static long bytes(NDArray array) {
        return array.size() * array.getDataType().getNumOfBytes();
    }

    /**
     * Returns the numbers of an image's feature as they are kept.
     *
     * @throws FacetException for an image that was not among those given
     */
    ByteBuffer bytes(Path image) {
        if (!hashes.containsKey(image)) {
            throw new FacetException("Nothing was computed of " + image + ": it was not among the images given. Give all that the split has.");
        }
        return store.bytes(hashes.get(image));
    }
}
