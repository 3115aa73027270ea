package facet.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.utils.ChecksumVerifyingInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** Reads the files of a zip, or of a tar that is plain or compressed by gzip, bzip2 or another way that commons-compress knows. */
final class ArchiveReader {

    private static final long BLOCK = TarConstants.DEFAULT_RCDSIZE;

    private final Path archive;
    private final Receiver receiver;

    private ArchiveReader(Path archive, Receiver receiver) {
        this.archive = archive;
        this.receiver = receiver;
    }

    /** Who gets the files. */
    @FunctionalInterface
    interface Receiver {
        /**
         * Takes a file.
         *
         * @param name as it stands in the archive: it may lead anywhere
         * @param content to be read, not to be closed
         * @param read about how many bytes of the archive have been read
         */
        void accept(String name, InputStream content, long read) throws IOException;
    }

    /**
     * Hands over one file after the other.
     *
     * @throws FacetException where it is no such archive, is cut short between two files, or holds a link or a device
     * @throws IOException where it can't be read, is cut short otherwise, or a checksum is wrong
     */
    static void read(Path archive, Receiver receiver) throws IOException {
        ArchiveReader reader = new ArchiveReader(archive, receiver);
        try (BoundedInputStream file = BoundedInputStream.builder().setPath(archive).get();
                InputStream in = reader.decompressed(new BufferedInputStream(file, 1 << 16))) {
            String form = reader.form(in);
            switch (form) {
                case ArchiveStreamFactory.TAR -> reader.tar(in, file);
                case ArchiveStreamFactory.ZIP, ArchiveStreamFactory.JAR -> reader.zip();
                default -> throw reader.refusal("is a file of " + form + ", which Facet does not read. Unpack it and give the folder.");
            }
        }
    }

    private InputStream decompressed(InputStream in) throws IOException {
        String form;
        try {
            form = CompressorStreamFactory.detect(in);
        } catch (CompressorException e) {
            return in; // it is not compressed
        }
        try {
            return new BufferedInputStream(new CompressorStreamFactory(true).createCompressorInputStream(form, in));
        } catch (CompressorException e) {
            if (e.getCause() instanceof IOException damaged) {
                throw damaged;
            }
            throw refusal("is compressed as " + form + ", which Facet does not read. Unpack it and give the folder.");
        }
    }

    private String form(InputStream in) throws IOException {
        try {
            return ArchiveStreamFactory.detect(in);
        } catch (ArchiveException e) {
            in.mark((int) BLOCK);
            throw refusal("is neither a tar nor a zip (" + FirstBytes.guess(in.readNBytes((int) BLOCK)) + "). Get it again.");
        }
    }

    private void tar(InputStream in, BoundedInputStream file) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        long end = 0; // of the last file, in whole blocks
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isLink() || entry.isSymbolicLink() || entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
                throw link(entry.getName());
            }
            if (!entry.isDirectory()) {
                receiver.accept(entry.getName(), tar, file.getCount());
            }
            IOUtils.consume(tar);
            end = (tar.getBytesRead() + BLOCK - 1) / BLOCK * BLOCK;
        }
        if (tar.getBytesRead() < end + BLOCK) { // the empty block behind the last file is missing
            throw refusal("is cut short. Get it again.");
        }
        IOUtils.consume(in); // gzip's checksum stands at its end
    }

    /** Reads the list at a zip's end, which alone says what is a link. */
    private void zip() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                int kind = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG; // 0 where it was made on another system
                if (kind != 0 && kind != UnixStat.FILE_FLAG && kind != UnixStat.DIR_FLAG) {
                    throw link(entry.getName());
                }
                if (!zip.canReadEntryData(entry)) {
                    throw refusal("has " + entry.getName() + " encrypted or in a form that Facet does not read. Unpack it and give the folder.");
                }
                if (!entry.isDirectory()) {
                    try (ChecksumVerifyingInputStream content = new ChecksumVerifyingInputStream(new CRC32(), zip.getInputStream(entry), entry.getSize(), entry.getCrc())) {
                        receiver.accept(entry.getName(), content, entry.getDataOffset());
                        IOUtils.consume(content);
                        if (content.getBytesRemaining() > 0) {
                            throw refusal("is damaged: " + entry.getName() + " is shorter than its list says. Get it again.");
                        }
                    }
                }
            }
        }
    }

    private FacetException link(String name) {
        return refusal("holds " + name + ", which is a link or a device. Unpack it and give the folder.");
    }

    private FacetException refusal(String what) {
        return new FacetException(archive + " " + what);
    }
}
