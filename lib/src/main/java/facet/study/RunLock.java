package facet.study;

import facet.data.FacetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Keeps a second process out of a run that is being trained; the system lifts it when a process dies. A folder that holds nothing but
 * the lock at its end goes with it.
 */
final class RunLock implements AutoCloseable {

    static final String FILE = "lock";

    private final Path folder;
    private final FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the lock, or says that somebody else has it. */
    static RunLock of(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!taken(channel)) {
                channel.close();
                throw new FacetException("The run " + folder + " is being trained, by another program or by a cell that was stopped and is ending its step. Wait for it, or stop it first.");
            }
            return new RunLock(folder, channel);
        } catch (IOException e) {
            throw new FacetException("Can't write into the run's folder " + folder + ": is it writable, is the disk full?", e);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this program
        }
    }

    @Override
    public void close() {
        try (channel) {
            if (isAlone()) {
                Files.delete(folder.resolve(FILE));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new FacetException("Could not release the lock of the run " + folder + ".", e);
        }
    }

    private boolean isAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.endsWith(FILE));
        }
    }
}
