package facet.data.download;

import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Turn;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/** Keeps what archives hold, unpacked in the cache: each content once, whole or not at all, under its SHA-256. */
public final class Archive {

    private static final String UNPACKED = "-unpacked";
    private static final String PART = ".part";
    private static final int DIGITS = 12;

    private Archive() { }

    /** @return the folder of an archive that was unpacked before and may be gone since */
    public static Optional<Path> unpacked(String sha256, Path cache) {
        return Optional.of(cache.resolve(sha256.substring(0, DIGITS) + UNPACKED)).filter(Files::isDirectory);
    }

    /**
     * Unpacks an archive once, wherever it lies and whatever its name is. Of several that unpack at once, one does and the others wait.
     *
     * @return the folder of its files
     * @throws FacetException where it is damaged, cut short, or holds what {@link Unpacking} refuses, or the thread was interrupted; nothing of it is left
     */
    public static Path extract(Path archive, Path cache, Progress progress) {
        KnownSums sums = new KnownSums(cache.resolve("archives.properties"));
        try {
            Optional<Path> before = sums.find(archive).flatMap(sum -> unpacked(sum, cache));
            if (before.isPresent()) {
                return before.get();
            }
            try (Turn turn = Turn.await(cache.resolve(".unpacking.lock"), "wait for another unpacking", progress)) {
                String sum = sums.sum(archive);
                Path folder = cache.resolve(sum.substring(0, DIGITS) + UNPACKED);
                if (!Files.isDirectory(folder)) {
                    unpack(archive, sum, folder, sums, progress);
                }
                return folder;
            }
        } catch (InterruptedException | InterruptedIOException | ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new FacetException("The unpacking of " + archive + " was stopped. Nothing of it is left; the next try starts anew.", e);
        } catch (IOException e) {
            throw new FacetException("Can't unpack " + archive + " (" + e + "). Is it whole, and is there room on the disk?", e);
        }
    }

    private static void unpack(Path archive, String sum, Path folder, KnownSums sums, Progress progress) throws IOException {
        removeParts(folder.getParent()); // of programs that were killed: nobody else unpacks now
        Path part = folder.resolveSibling(folder.getFileName() + PART);
        try {
            Unpacking.run(archive, part, progress);
            if (!sums.sum(archive).equals(sum)) { // read again only where its time, place or size is another
                throw new FacetException(archive + " has changed while it was unpacked. Try again when it is whole.");
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileUtils.deleteQuietly(part.toFile());
        }
    }

    private static void removeParts(Path cache) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(cache, "*" + UNPACKED + PART)) {
            for (Path part : parts) {
                FileUtils.deleteDirectory(part.toFile());
            }
        }
    }
}
