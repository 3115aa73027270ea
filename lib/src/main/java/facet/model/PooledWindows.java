package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.data.FacetException;
import facet.data.ImageLoader;
import facet.data.Inputs;
import facet.data.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The input of a network whose backbone is frozen: each image's pooled windows [9, channels] (see {@link PooledPyramid}), computed once and
 * kept on disk. In half precision where the network computes in bf16, whose maps are no finer than that.
 */
public final class PooledWindows implements Inputs {

    /** Changes with whatever else changes the windows of an image, such as the way that it is resized. */
    private static final String FORM = "windows 1";
    private static final int BATCH = 16;
    private static final int A_FILE = 16; // batches; what a stop loses at the most

    private final int size;
    private final Shape shape;
    private final DataType type;
    private final FeatureStore store;
    private final Map<Path, String> hashes;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    private PooledWindows(FaceEmbedder model, int size, FeatureStore store, Map<Path, String> hashes) {
        this.size = size;
        this.store = store;
        this.hashes = hashes;
        shape = model.windowShape();
        type = model.precision() == Precision.FP32 ? DataType.FLOAT32 : DataType.FLOAT16;
    }

    /**
     * Computes what is missing and keeps it.
     *
     * @param model a network with a frozen backbone
     * @param cache the folder for all of them; each backbone and image size has its own below it
     * @throws FacetException where an image can't be read, or the thread was interrupted
     */
    public static PooledWindows of(FaceEmbedder model, Collection<Path> images, ImageLoader loader, Path cache, Progress progress) {
        Map<Path, String> hashes = new LinkedHashMap<>();
        images.forEach(image -> hashes.put(image, hash(image)));
        FeatureStore store = FeatureStore.open(cache.resolve(name(model, loader.size())));
        PooledWindows windows = new PooledWindows(model, loader.size(), store, hashes);
        windows.fill(model, loader, progress);
        return windows;
    }

    private static String hash(Path image) {
        try {
            return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(image);
        } catch (IOException e) {
            throw new FacetException("Can't read the image " + image + ".", e);
        }
    }

    /** The hash of all that decides an image's windows besides the image. */
    private static String name(FaceEmbedder model, int size) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        DigestUtils.updateDigest(digest, String.join(" ", FORM, model.level().name(), model.precision().toString(), Integer.toString(size),
                model.backbone().strides().text()));
        model.backbone().named().values().forEach(parameter -> digest.update(parameter.getArray().toByteBuffer()));
        return Hex.encodeHexString(digest.digest()).substring(0, 16);
    }

    private void fill(FaceEmbedder model, ImageLoader loader, Progress progress) {
        Map<String, Path> missing = new LinkedHashMap<>(); // equal images once
        hashes.forEach((image, hash) -> {
            if (!store.holds(hash)) {
                missing.putIfAbsent(hash, image);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        List<List<Path>> batches = Embeddings.batches(List.copyOf(missing.values()), BATCH);
        Iterator<String> names = missing.keySet().iterator();
        String detail = String.format(Locale.ROOT, "%.0f MB in data/cache", missing.size() * shape.size() * type.getNumOfBytes() / 1e6);
        progress.report("windows of the frozen backbone", 0, missing.size(), detail);
        int done = 0;
        try (Inputs.Feed feed = loader.feed(batches); FoldedNorms folded = model.folded(); NoGradient off = new NoGradient()) {
            for (int first = 0; first < batches.size(); first += A_FILE) {
                try (NDManager file = model.manager().newSubManager()) {
                    Map<String, NDArray> windows = new LinkedHashMap<>();
                    for (List<Path> batch : batches.subList(first, Math.min(first + A_FILE, batches.size()))) {
                        compute(model, feed, file, batch.size(), names, windows);
                        done += batch.size();
                        if (Thread.interrupted()) {
                            throw new FacetException("Stopped after " + done + " of " + missing.size() + " images.");
                        }
                        progress.report("windows of the frozen backbone", Math.min(done, missing.size() - 1), missing.size(), detail);
                    }
                    store.add(windows);
                }
            }
        }
        progress.report("windows of the frozen backbone", done, missing.size(), detail);
    }

    private void compute(FaceEmbedder model, Inputs.Feed feed, NDManager file, int images, Iterator<String> names, Map<String, NDArray> into) {
        try (NDManager pass = file.newSubManager(); NDArray input = feed.next(pass);
                NDArray windows = model.windows(new ParameterStore(pass, false), input); NDArray stored = windows.toType(type, false)) {
            for (int i = 0; i < images; i++) {
                NDArray one = stored.get(i).duplicate();
                one.attach(file);
                into.put(names.next(), one);
            }
        }
    }

    @Override
    public Feed feed(List<List<Path>> batches) {
        Iterator<List<Path>> next = batches.iterator();
        return new Feed() {
            @Override
            public NDArray next(NDManager manager) {
                return batch(manager, next.next());
            }

            @Override
            public void close() { }
        };
    }

    private synchronized NDArray batch(NDManager manager, List<Path> images) {
        int each = Math.toIntExact(shape.size() * type.getNumOfBytes());
        if (staging.capacity() < images.size() * each) {
            staging = ByteBuffer.allocateDirect(images.size() * each);
        }
        ByteBuffer all = staging.slice(0, images.size() * each).order(ByteOrder.nativeOrder());
        images.forEach(image -> all.put(store.bytes(hashes.get(image))));
        try (NDArray rows = manager.create(all.rewind(), new Shape(images.size()).addAll(shape), type)) {
            // An array of a buffer lives in it, and the next batch overwrites it.
            return type == DataType.FLOAT32 ? rows.duplicate() : rows.toType(DataType.FLOAT32, false);
        }
    }

    @Override
    public int size() {
        return size;
    }
}
