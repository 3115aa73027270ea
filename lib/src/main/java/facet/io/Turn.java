package facet.io;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.commons.io.FileUtils;

/**
 * Lets one at a time work on a file, of all threads and programs that want to; the system ends the turn of a program that dies. The lock file
 * is empty and stays: if one program removed it, two others could hold two locks of the same name.
 */
public final class Turn implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 100;

    // Threads wait here and not at the lock file: on some systems a program that closes a file gives up all its locks on it.
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final Semaphore threads;
    private final FileChannel channel;

    private Turn(Semaphore threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /**
     * Waits until nobody else has the turn.
     *
     * @param lock the lock file, made where it is missing, as is its folder
     * @param task what to report while another has it, such as "wait for another unpacking"
     * @throws FacetException where the disk has no locks
     * @throws IOException where the lock file can't be made
     * @throws InterruptedException where the thread was interrupted
     */
    public static Turn await(Path lock, String task, Progress progress) throws IOException, InterruptedException {
        return await(lock, task, progress, FileChannel::tryLock);
    }

    /** How a lock is asked for. */
    @FunctionalInterface
    interface Locks {
        FileLock tryLock(FileChannel channel) throws IOException;
    }

    /** Waits the same on a disk with some locks, or none. */
    static Turn await(Path lock, String task, Progress progress, Locks locks) throws IOException, InterruptedException {
        FileUtils.createParentDirectories(lock.toFile());
        Path file = lock.toAbsolutePath().getParent().toRealPath().resolve(lock.getFileName());
        Semaphore threads = THREADS.computeIfAbsent(file, any -> new Semaphore(1));
        boolean waited = false;
        while (!threads.tryAcquire()) {
            waited = lookAgain(task, progress);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (lock(file, channel, locks) == null) {
                waited = lookAgain(task, progress);
            }
            if (waited) {
                progress.report(task, 1, 1, "");
            }
            return new Turn(threads, channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            release(channel, threads);
            throw e;
        }
    }

    private static FileLock lock(Path file, FileChannel channel, Locks locks) throws IOException {
        try {
            return locks.tryLock(channel);
        } catch (ClosedChannelException e) { // the thread was interrupted
            throw e;
        } catch (IOException e) {
            throw new FacetException("The disk of " + file.getParent() + " can't lock files (" + e.getMessage() + "), so that two programs would write one file at once."
                    + " Set FACET_CACHE to a folder on another disk.", e);
        }
    }

    private static boolean lookAgain(String task, Progress progress) throws InterruptedException {
        progress.report(task, 0, 1, "");
        Thread.sleep(LOOK_AGAIN_MILLIS);
        return true;
    }

    private static void release(FileChannel channel, Semaphore threads) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            threads.release();
        }
    }

    /** Ends the turn. */
    @Override
    public void close() throws IOException {
        release(channel, threads);
    }
}
