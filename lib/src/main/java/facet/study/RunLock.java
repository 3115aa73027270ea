package facet.study;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps a second process out of a run that is being trained; the system lifts it when a process dies. A folder that holds nothing but
 * the lock at its end goes with it.
 */
final class RunLock implements AutoCloseable {

    static final String FILE = "lock";

    private static final int TRIES = 1000; // of a file that goes each time; a link that leads nowhere does, too

    /** This program's own: if a second thread opened and closed such a file, the system would lift the first one's lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private RunLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws FacetException where somebody else has it, or the folder can't be written in
     */
    static RunLock of(Path folder) {
        return ifFree(folder).orElseThrow(() -> new FacetException("The run " + folder
                + " is being trained, by another program or by a cell that was stopped and is ending its step. Wait for it, or stop it first."));
    }

    /**
     * Takes the lock where nobody has it.
     *
     * @throws FacetException where the folder can't be written in
     */
    static Optional<RunLock> ifFree(Path folder) {
        Path whole = real(folder.toAbsolutePath().normalize());
        FileChannel taken = null;
        if (HELD.add(whole)) {
            try {
                taken = take(whole);
            } catch (IOException e) {
                throw new FacetException("Can't write into the run's folder " + folder + ": is it writable, is the disk full, can it lock files (some of clusters can't)?", e);
            } finally {
                if (taken == null) {
                    HELD.remove(whole);
                }
            }
        }
        return taken == null ? Optional.empty() : Optional.of(new RunLock(whole, taken));
    }

    /** Opens and locks the file, which its last owner may take away meanwhile; null where it has an owner. */
    private static FileChannel take(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        NoSuchFileException gone = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                make(file);
                Object made = key(file);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                if (!isFree(channel)) {
                    channel.close();
                    return null;
                }
                if (Objects.equals(made, key(file))) { // a lock on a file that is gone would keep nobody out
                    return channel;
                }
                channel.close();
            } catch (NoSuchFileException e) {
                gone = e; // its last owner took it away in between: make another
            }
        }
        throw gone == null ? new NoSuchFileException(file.toString()) : gone;
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // The lock of a program that trains or was killed; or the folder went while it was made; or its place is taken, and opening the file will fail.
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** One name for a folder that links lead to, too; it may not exist yet, and then the folder above it may. */
    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder.getParent().toRealPath().resolve(folder.getFileName());
        } catch (IOException e) {
            return folder; // nothing is there: it will be made
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this program, by another path
        }
    }

    /** Takes the file away while it is locked, so that whoever opened it before finds it gone, then frees it, and the empty folder last. */
    @Override
    public void close() {
        try {
            boolean alone;
            try (channel) {
                alone = isAlone();
                if (alone) {
                    Files.delete(folder.resolve(FILE));
                }
            }
            if (alone) {
                deleteEmpty();
            }
        } catch (IOException e) {
            throw new FacetException("Could not release the lock of the run " + folder + ".", e);
        } finally {
            HELD.remove(folder);
        }
    }

    private void deleteEmpty() throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another program has taken the run up.
        }
    }

    private boolean isAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.endsWith(FILE));
        }
    }
}
