package facet.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** Unpacks a .tgz into the cache, whole or not at all. */
final class Archive {

    private Archive() { }

    /** Whether it was unpacked before; the archive itself may be gone since. */
    static boolean isUnpacked(Path archive, Path cache) {
        return Files.isDirectory(folder(archive, cache));
    }

    private static Path folder(Path archive, Path cache) {
        return cache.resolve(archive.getFileName().toString().replaceFirst("\\.(tgz|tar\\.gz)$", "-unpacked"));
    }

    /**
     * Unpacks an archive once.
     *
     * @return the folder, or the only folder in it
     * @throws FacetException where it is damaged or cut short; nothing of it is left
     */
    static Path extract(Path archive, Path cache, Progress progress) {
        Path folder = folder(archive, cache);
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        try {
            if (!Files.isDirectory(folder)) {
                FileUtils.deleteDirectory(part.toFile());
                unpack(archive, part, progress);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            try (Stream<Path> inside = Files.list(folder)) {
                List<Path> folders = inside.filter(Files::isDirectory).toList();
                return folders.size() == 1 ? folders.get(0) : folder;
            }
        } catch (IOException e) {
            throw new FacetException("Can't unpack " + archive + " (" + e.getMessage() + "). Is it whole, and is there room on the disk?", e);
        } finally {
            FileUtils.deleteQuietly(part.toFile());
        }
    }

    private static void unpack(Path archive, Path to, Progress progress) throws IOException {
        long size = Files.size(archive);
        try (BoundedInputStream read = BoundedInputStream.builder().setPath(archive).get();
                InputStream buffered = new BufferedInputStream(read, 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(buffered))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("it names a file outside: " + entry.getName());
                }
                if (entry.isFile()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    progress.report("unpack " + archive.getFileName(), read.getCount() >> 20, (size >> 20) + 1, "MB");
                }
            }
        }
        progress.report("unpack " + archive.getFileName(), (size >> 20) + 1, (size >> 20) + 1, "MB");
    }
}
