package facet.data.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.ChecksumVerifyingInputStream;
import org.apache.commons.io.IOUtils;

/** Reads the files of a zip by the list at its end, which alone says what is a link. */
final class ZipFiles {

    private ZipFiles() { }

    /** Hands over each file, its checksum compared. */
    @SuppressWarnings("deprecation") // the successor in Commons IO takes a file that is too short for one with another checksum
    static void read(Path archive, ArchiveReader.Receiver receiver) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                int kind = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG; // 0 where it was made on another system
                if (kind != 0 && kind != UnixStat.FILE_FLAG && kind != UnixStat.DIR_FLAG) {
                    throw ArchiveReader.refusal(archive, "holds " + entry.getName() + ", which is a link or a device. Unpack it and give the folder.");
                }
                if (!zip.canReadEntryData(entry)) {
                    throw ArchiveReader.refusal(archive, "has " + entry.getName() + " encrypted or in a form that Facet does not read. Unpack it and give the folder.");
                }
                if (!entry.isDirectory()) {
                    try (ChecksumVerifyingInputStream content = new ChecksumVerifyingInputStream(new CRC32(), zip.getInputStream(entry), entry.getSize(), entry.getCrc())) {
                        receiver.accept(entry.getName(), content, entry.getDataOffset());
                        IOUtils.consume(content);
                        if (content.getBytesRemaining() > 0) {
                            throw ArchiveReader.refusal(archive, "is damaged: " + entry.getName() + " is shorter than in its list. Download it again.");
                        }
                    }
                }
            }
        }
    }
}
