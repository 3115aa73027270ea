package facet.data.download;

import facet.io.FacetException;
import facet.io.FirstBytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.io.input.BoundedInputStream;

/** Reads the files of a zip, or of a tar that is plain or compressed by gzip, bzip2 or another way that commons-compress supports. */
final class ArchiveReader {

    private static final int START = 512; // enough to say what a file seems to be

    private ArchiveReader() { }

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
        try (BoundedInputStream file = BoundedInputStream.builder().setPath(archive).get();
                InputStream in = decompressed(archive, new BufferedInputStream(file, 1 << 16))) {
            String form = form(archive, in);
            switch (form) {
                case ArchiveStreamFactory.TAR -> TarFiles.read(in, file, archive, receiver);
                case ArchiveStreamFactory.ZIP, ArchiveStreamFactory.JAR -> ZipFiles.read(archive, receiver);
                default -> throw refusal(archive, "is a file of " + form + ", which Facet does not read. Unpack it and give the folder.");
            }
        }
    }

    private static InputStream decompressed(Path archive, InputStream in) throws IOException {
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
            throw refusal(archive, "is compressed as " + form + ", which Facet does not read. Unpack it and give the folder.");
        }
    }

    private static String form(Path archive, InputStream in) throws IOException {
        try {
            return ArchiveStreamFactory.detect(in);
        } catch (ArchiveException e) {
            throw refusal(archive, "is neither a tar nor a zip (" + FirstBytes.guess(in.readNBytes(START)) + "). Download it again.");
        }
    }

    /** Makes a refusal: the archive's path, then what is wrong and what to do. */
    static FacetException refusal(Path archive, String what) {
        return new FacetException(archive + " " + what);
    }
}
