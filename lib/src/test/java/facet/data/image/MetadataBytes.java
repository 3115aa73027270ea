package facet.data.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Puts metadata into the bytes of a JPEG or a PNG file. */
final class MetadataBytes {

    private static final int JPEG_START = 2; // behind the marker that it begins with
    private static final int PNG_HEADER = 33;

    private MetadataBytes() { }

    /** A JPEG with one more segment: FF, the marker, the length, the content. */
    static byte[] withSegment(byte[] jpeg, int at, int marker, byte[] content) {
        byte[] head = ByteBuffer.allocate(4).put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2)).array();
        return insert(jpeg, at, join(head, content));
    }

    /** A JPEG with a part of a colour profile. */
    static byte[] withProfile(byte[] jpeg, int part, int parts, byte[] content) {
        return withSegment(jpeg, JPEG_START, 0xE2, join("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) part, (byte) parts}, content));
    }

    /** A PNG with a colour profile. */
    static byte[] withProfile(byte[] png, byte[] profile) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater())) {
            out.write(profile);
        }
        return withChunk(png, "iCCP", join("a\0\0".getBytes(StandardCharsets.US_ASCII), packed.toByteArray()));
    }

    /** A PNG with one more chunk behind its header: the length, the name, the content, a checksum. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        byte[] named = join(name.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return insert(png, PNG_HEADER, ByteBuffer.allocate(named.length + 8).putInt(content.length).put(named).putInt((int) sum.getValue()).array());
    }

    private static byte[] insert(byte[] file, int at, byte[] bytes) {
        return ByteBuffer.allocate(file.length + bytes.length).put(file, 0, at).put(bytes).put(file, at, file.length - at).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
