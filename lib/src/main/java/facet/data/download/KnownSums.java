package facet.data.download;

import facet.io.AtomicFile;
import facet.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Remembers the SHA-256 of large files, so that they are not read at each start. A sum counts while the system says that the file is the
 * same: size and times, and on Unix the file's number and the time of its last change, which no program can set back.
 */
final class KnownSums {

    private final Path record;

    /** Keeps the sums in a file of properties: path = SHA-256, then what the system says. */
    KnownSums(Path record) {
        this.record = record;
    }

    /** @return the sum of a file that has not changed since it was computed */
    Optional<String> find(Path file) throws IOException {
        String[] known = read().getProperty(key(file), "").split(" ", 2);
        return known.length == 2 && known[1].equals(state(file)) ? Optional.of(known[0]) : Optional.empty();
    }

    /** Computes the sum of a file and remembers it, unless it is known. */
    String sum(Path file) throws IOException {
        Optional<String> known = find(file);
        if (known.isPresent()) {
            return known.get();
        }
        String state = state(file); // before reading: a later change makes another
        String sum = Sha256.of(file);
        Properties all = read();
        all.setProperty(key(file), sum + " " + state);
        AtomicFile.write(record, out -> all.store(out, null));
        return sum;
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static String state(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return new TreeMap<>(Files.readAttributes(file, unix ? "unix:size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime,creationTime")).toString();
    }

    /** Nothing where there is no such file or it is damaged: then sums are computed anew. */
    private Properties read() throws IOException {
        Properties all = new Properties();
        if (Files.exists(record)) {
            try (InputStream in = Files.newInputStream(record)) {
                all.load(in);
            } catch (IllegalArgumentException e) {
                return new Properties();
            }
        }
        return all;
    }
}
