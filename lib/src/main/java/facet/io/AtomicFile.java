package facet.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Writes a file whole or not at all: into a temporary neighbour, forced to disk, then renamed. A device or a pipe is written to as it is. The code is our own:
 * neither Java nor commons-io forces a file to disk before it takes another's place.
 */
public final class AtomicFile {

    private static final int MOST_LINKS = 40; // as Linux

    private AtomicFile() { }

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed for it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file, or the one that a link leads to; its mode stays. Whatever stood there before stays until the new content is safe on
     * disk. Of two that write it at once, in whatever programs, the one that ends last stays. Into a device or a pipe the content goes as
     * it comes.
     *
     * @throws FacetException where it can't be written, such as on a full disk; nothing half-written is left in a file
     */
    public static void write(Path file, Content content) {
        boolean stream = isStream(file);
        try {
            if (stream) {
                writeTo(file, content, false);
                return;
            }
            try (PartFile part = new PartFile(followed(file))) {
                writeTo(part.path(), content, true);
                part.replace();
            }
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
            throw new FacetException("Could not write " + file + " (" + reason(cause) + ")." + (stream ? "" : " What stood there before is unchanged."), e);
        }
    }

    /** A plain stream: a channel would close itself where the thread is interrupted, which is how training is stopped. */
    private static void writeTo(Path file, Content content, boolean force) throws IOException {
        try (FileOutputStream disk = new FileOutputStream(file.toFile());
                OutputStream out = new BufferedOutputStream(disk, 1 << 20)) {
            content.writeTo(out);
            out.flush();
            if (force) {
                disk.getFD().sync();
            }
        }
    }

    /** A device or a pipe, which must stay what it is. */
    private static boolean isStream(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** @return where links lead to, whether or not there is a file */
    private static Path followed(Path file) throws IOException {
        Path at = file;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("its links lead in a circle");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    /**
     * Finds out before long work whether its result could be written; makes nothing.
     *
     * @throws FacetException where the file is a folder, where it is read-only, where its name or its links are no good, or where no file can be made
     */
    public static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new FacetException("Can't write " + file + ": it is a folder. Name a file in it.");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new FacetException("Can't write " + file + ": it is read-only for you. Change its mode, or choose another place.");
        }
        if (isStream(file)) {
            return;
        }
        try {
            Path target = followed(file);
            checkFolder(file, target);
            Files.readAttributes(target, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // It will be made.
        } catch (IOException e) { // such as a name that is too long
            throw new FacetException("Can't write " + file + " (" + reason(e) + "). Choose another place.", e);
        }
    }

    private static void checkFolder(Path file, Path target) {
        Path above = target.toAbsolutePath().normalize().getParent();
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
}
