package facet.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads from a server that may fall silent: each read is made on a thread of its own, and given up after a while. */
final class ReadLimit implements AutoCloseable {

    private final InputStream in;
    private final Duration patience;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "download");
        thread.setDaemon(true);
        return thread;
    });

    ReadLimit(InputStream in, Duration patience) {
        this.in = in;
        this.patience = patience;
    }

    /**
     * Fills a buffer as far as bytes have arrived.
     *
     * @return how many, or -1 at the end
     * @throws IOException also where nothing arrives for too long
     */
    int read(byte[] buffer) throws IOException, InterruptedException {
        return await(reader.submit(() -> in.read(buffer)), patience);
    }

    /** Waits for what is to arrive, but not for ever. */
    static <T> T await(Future<T> arriving, Duration patience) throws IOException, InterruptedException {
        try {
            return arriving.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("nothing has arrived for " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            arriving.cancel(true); // does nothing where it has arrived
        }
    }

    @Override
    public void close() throws IOException {
        reader.shutdownNow();
        in.close();
    }
}
