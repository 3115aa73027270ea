package facet.data.download;

import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.apache.commons.io.file.PathUtils;

/**
 * Writes the files of an archive into a folder, and counts them. What a Mac puts beside files is passed over. A loop of its own: commons-compress's Expander
 * overwrites a name that comes twice, makes an empty file of a link, and takes an archive that is cut short for a whole one.
 */
final class Unpacking {

    private final Path archive;
    private final Path to;
    private long files;

    private Unpacking(Path archive, Path to) {
        this.archive = archive;
        this.to = to.toAbsolutePath().normalize();
    }

    /**
     * Unpacks everything.
     *
     * @param to a folder that does not exist yet; where this throws, it holds a part
     * @throws FacetException where the archive is none that {@link ArchiveReader} reads, is empty, names a file twice or one outside
     * @throws IOException where it can't be read, the folder can't be written, or the thread was interrupted
     */
    static void run(Path archive, Path to, Progress progress) throws IOException {
        Unpacking unpacking = new Unpacking(archive, to);
        String task = "unpack " + archive.getFileName();
        long megabytes = (Files.size(archive) >> 20) + 1;
        try {
            ArchiveReader.read(archive, (name, content, read) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException();
                }
                unpacking.write(name, content);
                progress.report(task, Math.min(read >> 20, megabytes - 1), megabytes, "MB");
            });
        } catch (IllegalArgumentException e) { // so do Path and commons-compress call names and numbers that can't be
            throw new IOException(e);
        }
        unpacking.check();
        progress.report(task, megabytes, megabytes, "MB");
    }

    private void write(String name, InputStream content) throws IOException {
        Path file = to.resolve(name).normalize();
        if (!file.startsWith(to)) {
            throw new FacetException(archive + " names a file outside its folder, " + name + ". Nothing was unpacked; don't use it.");
        }
        if (StreamSupport.stream(to.relativize(file).spliterator(), false).map(Path::toString).anyMatch(part -> part.equals("__MACOSX") || part.startsWith("._"))) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
        } catch (FileAlreadyExistsException e) {
            throw new FacetException(archive + " holds " + name + " twice. Pack it anew, or unpack it and give the folder.", e);
        }
        files++;
    }

    private void check() throws IOException {
        if (files == 0) {
            throw new FacetException(archive + " holds no file. Download it again.");
        }
        long found = PathUtils.countDirectory(to).getFileCounter().get();
        if (found != files) {
            throw new IOException(files + " files were written, but " + found + " are there");
        }
    }
}
