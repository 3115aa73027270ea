package facet.data;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;

/** Writes a file whole or not at all: into a temporary neighbour, forced to disk, then renamed. */
public final class AtomicFile {

    private AtomicFile() { }

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed for it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file. Whatever stood there before stays until the new content is safe on disk. Of two that write it at once, in whatever
     * programs, the one that ends last stays.
     *
     * @throws FacetException where it can't be written, such as on a full disk; nothing half-written is left
     */
    public static void write(Path file, Content content) {
        // A name of its own, not Files.createTempFile: what that makes, nobody else may read.
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            removeAbandoned(file);
            // A plain stream: a channel would close itself where the thread is interrupted, which is how training is stopped.
            try (FileOutputStream disk = new FileOutputStream(part.toFile());
                    OutputStream out = new BufferedOutputStream(disk, 1 << 20)) {
                content.writeTo(out);
                out.flush();
                disk.getFD().sync();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw new FacetException("Could not write " + file + " (" + reason(e.getCause()) + "). What stood there before is unchanged.", e);
        } catch (IOException e) {
            throw new FacetException("Could not write " + file + " (" + reason(e) + "). What stood there before is unchanged.", e);
        } finally {
            remove(part);
        }
    }

    /** What a killed program left of the same file, a day ago or earlier: nobody writes that long. */
    private static void removeAbandoned(Path file) throws IOException {
        long yesterday = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(file.toAbsolutePath().getParent(),
                other -> other.getFileName().toString().startsWith("." + file.getFileName() + ".") && other.getFileName().toString().endsWith(".part"))) {
            for (Path part : parts) {
                if (part.toFile().lastModified() < yesterday) { // 0 where another writer has just renamed it
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /**
     * Finds out before long work whether its result could be written; makes nothing.
     *
     * @throws FacetException where the file is a folder, or where none can be made
     */
    public static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new FacetException("Can't write " + file + ": it is a folder. Name a file in it.");
        }
        Path above = file.toAbsolutePath().normalize().getParent();
        while (!Files.exists(above)) {
            above = above.getParent();
        }
        if (!Files.isDirectory(above) || !Files.isWritable(above)) {
            throw new FacetException("Can't write " + file + ": " + above + " is "
                    + (Files.isDirectory(above) ? "not yours to write in" : "no folder") + ". Choose another place.");
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The message of the write itself matters more.
        }
    }
}
