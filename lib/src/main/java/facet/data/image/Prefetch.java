package facet.data.image;

import facet.io.FacetException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** The batches of an epoch, decoded, mirrored and cropped ahead of the step that wants them, in their order. */
public final class Prefetch implements Iterator<List<byte[]>>, AutoCloseable {

    private final ImageLoader loader;
    private final Iterator<List<View>> batches;
    private final ExecutorService threads;
    private final Queue<Future<List<byte[]>>> ahead = new ArrayDeque<>();

    Prefetch(ImageLoader loader, List<List<View>> batches, ExecutorService threads, int most) {
        this.loader = loader;
        this.batches = batches.iterator();
        this.threads = threads;
        for (int i = 0; i < most; i++) {
            begin();
        }
    }

    private void begin() {
        if (batches.hasNext()) {
            List<View> views = batches.next();
            try {
                ahead.add(threads.submit(() -> views.stream().map(loader::load).toList()));
            } catch (RejectedExecutionException e) {
                throw closed(e);
            }
        }
    }

    private static FacetException closed(RuntimeException e) {
        return new FacetException("The ImageLoader was closed, so it reads no more images. Make a new one, and close it after its last batch.", e);
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    /** @throws FacetException where a file of the batch is no image, or the loader was closed */
    @Override
    public List<byte[]> next() {
        if (ahead.isEmpty()) {
            throw new NoSuchElementException("The epoch has no batch left.");
        }
        Future<List<byte[]>> batch = ahead.remove();
        begin();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return batch.get();
                } catch (InterruptedException e) {
                    interrupted = true; // the step ends first: training stops between two steps, not inside one
                } catch (CancellationException e) {
                    throw closed(e);
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof FacetException known ? known
                            : new FacetException("Could not read a batch of images: " + e.getCause(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Drops what was decoded and not taken. */
    @Override
    public void close() {
        ahead.forEach(batch -> batch.cancel(false));
        ahead.clear();
    }
}
