package facet.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns files into batches: decode, resize without a crop, normalise (paper section 2.4). Resized pictures stay in memory, 512 MB at
 * the most, so that later epochs decode only what did not fit.
 */
public final class ImageLoader implements Inputs, AutoCloseable {

    /** The most that resized pictures take of Java's memory. */
    public static final long MOST_BYTES = 512L << 20;

    private static final int AHEAD = 4; // batches

    private final int size;
    private final long mostBytes;
    private final Map<Path, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final ExecutorService threads;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0); // of batch: Java gives native memory back too late to make one each time

    /** A loader of pictures of size x size pixels. */
    public ImageLoader(int size) {
        this(size, MOST_BYTES);
    }

    ImageLoader(int size, long mostBytes) {
        this.size = size;
        this.mostBytes = mostBytes;
        threads = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), task -> {
            Thread thread = new Thread(task, "images");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return the side of the pictures in pixels */
    public int size() {
        return size;
    }

    /**
     * Reads one picture.
     *
     * @return size * size * 3 bytes, R G B, row by row
     * @throws FacetException where the file is missing or no image
     */
    public byte[] load(Path file) {
        byte[] known = kept.get(file);
        if (known != null) {
            return known;
        }
        byte[] pixels = pixels(ImageFile.read(file));
        if (bytes.addAndGet(pixels.length) <= mostBytes) {
            kept.put(file, pixels);
        }
        return pixels;
    }

    /** @return the same of a picture in memory, of any type */
    public byte[] pixels(BufferedImage image) {
        return Resize.square(Upright.rgb(image, 1), size);
    }

    @Override
    public Feed feed(List<List<Path>> batches) {
        Prefetch decoded = prefetch(batches);
        return new Feed() {
            @Override
            public NDArray next(NDManager manager) {
                return batch(manager, decoded.next());
            }

            @Override
            public void close() {
                decoded.close();
            }
        };
    }

    /** @return the pictures of each batch in order, decoded ahead on other threads; to be closed */
    public Prefetch prefetch(List<List<Path>> batches) {
        return new Prefetch(this, batches, threads, AHEAD);
    }

    /** @return [N, 3, size, size], normalised; in memory channels come last, the layout that convolutions are fastest with */
    public synchronized NDArray batch(NDManager manager, List<byte[]> images) {
        float[] one = new float[size * size * 3];
        int length = images.size() * one.length * Float.BYTES;
        if (staging.capacity() < length) {
            staging = ByteBuffer.allocateDirect(length);
        }
        ByteBuffer all = staging.slice(0, length).order(ByteOrder.nativeOrder());
        FloatBuffer floats = all.asFloatBuffer();
        for (byte[] image : images) {
            for (int i = 0; i < one.length; i++) {
                one[i] = ImageNetColours.NORMALISED[i % 3][image[i] & 0xFF];
            }
            floats.put(one);
        }
        // An array of a buffer lives in Java's memory, and its views dangle once it is closed: so the view is of a copy.
        try (NDArray rows = manager.create(all, new Shape(images.size(), size, size, 3), DataType.FLOAT32);
                NDArray copy = rows.duplicate()) {
            return copy.transpose(0, 3, 1, 2);
        }
    }

    /** Ends its threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
