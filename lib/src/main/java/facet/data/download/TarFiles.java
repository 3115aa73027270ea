package facet.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** Reads the files of a tar. It knows its end by a block of zeros: without it, it was cut between two files. */
final class TarFiles {

    private static final long BLOCK = TarConstants.DEFAULT_RCDSIZE;

    private TarFiles() { }

    /** Hands over each file; {@code file} counts what was read of the archive, of which {@code in} is the tar. */
    static void read(InputStream in, BoundedInputStream file, Path archive, ArchiveReader.Receiver receiver) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        long end = 0; // of the last file, in whole blocks
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isLink() || entry.isSymbolicLink() || entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
                throw ArchiveReader.refusal(archive, "holds " + entry.getName() + ", which is a link or a device. Unpack it and give the folder.");
            }
            if (!entry.isDirectory()) {
                receiver.accept(entry.getName(), tar, file.getCount());
            }
            IOUtils.consume(tar);
            end = (tar.getBytesRead() + BLOCK - 1) / BLOCK * BLOCK;
        }
        if (tar.getBytesRead() < end + BLOCK) {
            throw ArchiveReader.refusal(archive, "is cut short. Download it again.");
        }
        IOUtils.consume(in); // gzip's checksum stands at its end
    }
}
