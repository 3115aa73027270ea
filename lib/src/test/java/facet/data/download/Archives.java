package facet.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Packs archives whose files hold their own names; of links, the names alone. */
public final class Archives {

    private Archives() { }

    /** Packs in the form that the name says: .tar, .zip, .tgz or .tar.bz2. */
    public static Path pack(Path archive, String... names) throws IOException {
        String name = archive.getFileName().toString();
        if (name.endsWith(".zip")) {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
                zip.setMethod(ZipArchiveOutputStream.STORED);
                for (String each : names) {
                    add(zip, each, 0);
                }
            }
            return archive;
        }
        try (OutputStream out = Files.newOutputStream(archive);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(name.endsWith(".tar") ? out
                        : new CompressorStreamFactory().createCompressorOutputStream(name.endsWith(".bz2") ? "bzip2" : "gz", out))) {
            for (String each : names) {
                add(tar, each);
            }
        } catch (CompressorException e) {
            throw new IOException(e);
        }
        return archive;
    }

    /** Packs two files and, between them, one of another type, such as TarConstants.LF_SYMLINK. */
    static Path packSpecial(Path archive, byte type) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            add(tar, "lfw/Anna/Anna_0001.jpg");
            TarArchiveEntry special = new TarArchiveEntry("lfw/Anna/Anna_0002.jpg", type);
            special.setLinkName("Anna_0001.jpg");
            tar.putArchiveEntry(special);
            tar.closeArchiveEntry();
            add(tar, "lfw/Anna/Anna_0003.jpg");
        }
        return archive;
    }

    /** Packs a zip of a file and of one with a Unix mode, such as that of a link. */
    static Path packZip(Path archive, int mode) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            add(zip, "lfw/Anna/Anna_0001.jpg", 0);
            add(zip, "lfw/Anna/Anna_0002.jpg", mode);
        }
        return archive;
    }

    private static void add(TarArchiveOutputStream tar, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(name.length());
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(name.getBytes());
        tar.closeArchiveEntry();
    }

    private static void add(ZipArchiveOutputStream zip, String name, int mode) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        if (mode != 0) {
            entry.setUnixMode(mode);
        }
        zip.putArchiveEntry(entry);
        zip.write(name.getBytes());
        zip.closeArchiveEntry();
    }
}
