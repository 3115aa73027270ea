package facet.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary neighbour of a file, which takes its place once it is whole. Its writer holds a lock on it, which the system frees when the
 * program is killed: so {@link AbandonedParts} distinguishes what is written from what was abandoned.
 */
final class PartFile implements AutoCloseable {

    private static final int LONGEST_NAME = 40; // of 4 bytes each: with the rest it stays below the 255 bytes of a file's name

    /** Those of this program. To open one that is written and close it again would free its lock. */
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private final Path part;
    private final Path target;
    private final PosixFileAttributes before;
    private final FileChannel lock;

    /** Makes an empty neighbour of a file and removes those that killed programs left beside it. Only who may read the file may read the neighbour. */
    PartFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = Files.createDirectories(this.target.getParent()).toRealPath(); // one name of each part of this program's
        AbandonedParts.remove(folder, WRITTEN);
        String name = target.getFileName().toString().codePoints().limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        part = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
        before = posix(this.target);
        WRITTEN.add(part);
        try {
            if (before == null) { // not Files.createTempFile: what that makes, nobody else may read
                Files.createFile(part);
            } else {
                Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            lock = Interrupts.deferred(() -> locked(part));
        } catch (IOException e) {
            WRITTEN.remove(part);
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** Returns the file to write to. */
    Path path() {
        return part;
    }

    /** Takes the file's place, with the mode that it had. */
    void replace() throws IOException {
        if (before != null) {
            PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
            try {
                view.setGroup(before.group());
                view.setOwner(before.owner());
            } catch (IOException e) {
                // Only root may give a file away; the mode counts.
            }
            view.setPermissions(before.permissions());
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target.getParent());
    }

    /** Makes a rename outlast a power cut, where the system can. */
    static boolean forceFolder(Path folder) {
        try (FileChannel entries = Interrupts.deferred(() -> FileChannel.open(folder, StandardOpenOption.READ))) {
            Interrupts.deferred(() -> {
                entries.force(true);
                return true;
            });
            return true;
        } catch (IOException e) {
            return false; // Windows opens no folders, and the file itself is safe
        }
    }

    /** Removes what was not renamed. */
    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The message of the write itself matters more.
        } finally {
            WRITTEN.remove(part);
        }
    }

    private static PosixFileAttributes posix(Path file) throws IOException {
        PosixFileAttributeView view = Files.exists(file) ? Files.getFileAttributeView(file, PosixFileAttributeView.class) : null;
        return view == null ? null : view.readAttributes();
    }

    private static FileChannel locked(Path part) throws IOException {
        FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        try {
            tryLock(channel);
        } catch (IOException e) {
            // A disk without locks: there, what is abandoned is told by its age.
        }
        return channel;
    }

    /** Locks a byte that no file reaches, since Windows would not let even its holder write to what is locked. */
    static FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    }
}
