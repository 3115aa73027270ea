package facet.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes what killed programs left: a {@link PartFile} that nobody has locked. */
final class AbandonedParts {

    private static final Pattern NAME = Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");
    private static final Duration LOCKING = Duration.ofMinutes(10); // one that is about to be locked, or to take its file's place, is younger
    private static final Duration LONGEST_WRITE = Duration.ofDays(1); // where the disk has no locks

    private AbandonedParts() { }

    /** Removes them from a folder, of whatever files; those that this program writes stay. What can't be removed stays, too. */
    static void remove(Path folder, Set<Path> written) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, other -> NAME.matcher(other.getFileName().toString()).matches())) {
            for (Path part : parts) {
                if (!written.contains(part) && isAbandoned(part)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What is written now does not depend on it.
        }
    }

    private static boolean isAbandoned(Path part) {
        long modified = part.toFile().lastModified();
        Duration age = Duration.ofMillis(System.currentTimeMillis() - modified);
        if (modified == 0 || age.compareTo(LOCKING) < 0) { // 0 where another writer has just renamed it
            return false;
        }
        try (FileChannel channel = Interrupts.deferred(() -> FileChannel.open(part, StandardOpenOption.WRITE))) {
            return Interrupts.deferred(() -> PartFile.tryLock(channel)) != null;
        } catch (OverlappingFileLockException e) {
            return false; // this program writes it, under another name of the folder
        } catch (IOException e) {
            return age.compareTo(LONGEST_WRITE) > 0;
        }
    }
}
