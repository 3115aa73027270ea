package facet.data.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Turns files into batches: decode, resize without a crop, normalise (paper section 2.4). Resized images stay in memory, 512 MB at
 * the most, so that later epochs decode only what did not fit.
 */
public final class ImageLoader implements Inputs, AutoCloseable {

    /** The most that resized images take of Java's memory. */
    public static final long MOST_BYTES = 512L << 20;

    private static final int AHEAD = 4; // batches

    private final int size;
    private final long mostBytes;
    private final Map<Path, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final ExecutorService threads;
    private final BatchBuffer buffer;

    /** Makes a loader of images of size x size pixels. */
    public ImageLoader(int size) {
        this(size, MOST_BYTES);
    }

    ImageLoader(int size, long mostBytes) {
        this.size = size;
        this.mostBytes = mostBytes;
        buffer = new BatchBuffer(size);
        threads = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), task -> {
            Thread thread = new Thread(task, "images");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @return the side of the images in pixels */
    public int size() {
        return size;
    }

    /**
     * Reads one image.
     *
     * @return size * size * 3 bytes, R G B, row by row
     * @throws facet.io.FacetException where the file is missing, no image, or too large
     */
    public byte[] load(Path file) {
        byte[] known = kept.get(file);
        if (known != null) {
            return known;
        }
        byte[] pixels = decode(file);
        if (bytes.addAndGet(pixels.length) <= mostBytes) {
            kept.put(file, pixels);
        }
        return pixels;
    }

    private byte[] decode(Path file) {
        try {
            return pixels(ImageFile.read(file));
        } catch (OutOfMemoryError e) {
            throw ImageLimits.outOfMemory(file, e);
        }
    }

    /** @return the same of an image in memory, of any type */
    public byte[] pixels(BufferedImage image) {
        return Resize.square(ExifOrientation.rgb(image, 1), size);
    }

    @Override
    public Feed views(List<List<View>> batches) {
        batches.forEach(batch -> buffer.check(batch.size())); // before any is decoded
        Prefetch decoded = new Prefetch(this, batches, threads, AHEAD);
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

    /** @return the images of each batch in order, decoded ahead on other threads; to be closed */
    public Prefetch prefetch(List<List<Path>> batches) {
        return new Prefetch(this, batches.stream().map(batch -> batch.stream().map(View::whole).toList()).toList(), threads, AHEAD);
    }

    /** Reads one image and mirrors and crops it: size * size * 3 bytes, R G B, row by row. What stays in memory is the image. */
    byte[] load(View view) {
        return view.of(load(view.image()), size);
    }

    /**
     * Normalises images and makes one array of them; in memory channels come last, the layout that convolutions are fastest with.
     *
     * @return [N, 3, size, size]
     * @throws facet.io.FacetException where the batch takes more than 2 GB, or more memory than there is
     */
    public NDArray batch(NDManager manager, List<byte[]> images) {
        return buffer.batch(manager, images);
    }

    /** Ends its threads. Whoever waits for a batch that none of them began hears that the loader was closed. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> batch) {
                batch.cancel(false);
            }
        }
    }
}
