package facet.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YuNetFileTest {

    @TempDir
    Path folder;

    /** A dimension as Protocol Buffers write it: field 1 of the shape; in it the name is field 2, the number (a varint) field 1, the remark field 3. */
    private static byte[] dimension(String name, int number, String remark) {
        ByteArrayOutputStream inside = new ByteArrayOutputStream();
        if (number > 0) {
            inside.write(1 << 3);
            for (int rest = number; rest > 0; rest >>= 7) {
                inside.write(rest & 0x7F | (rest > 0x7F ? 0x80 : 0));
            }
        }
        text(inside, 2, name);
        text(inside, 3, remark);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        text(all, 1, inside.toString(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        if (!text.isEmpty()) {
            out.write(field << 3 | 2);
            out.write(text.length());
            out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private byte[] read(byte[]... dimensions) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {0, (byte) 0xFF, (byte) 0x80});
        for (byte[] dimension : dimensions) {
            file.writeBytes(dimension);
        }
        file.write(0xC3);
        return YuNetFile.read(Files.write(folder.resolve("some.onnx"), file.toByteArray()));
    }

    @Test
    void anInputOfAnySizeBecomesOneOf640AndNoByteElseChanges() throws IOException {
        byte[] fixed = read(dimension("", 1, "any"), dimension("", 3, ""), dimension("", 640, "any"), dimension("", 640, "an"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("some.onnx")), fixed, "a file of fixed size stays as it is");
        assertArrayEquals(fixed, read(dimension("batch", 0, ""), dimension("", 3, ""), dimension("height", 0, ""), dimension("width", 0, "")));
    }

    @Test
    void aFileThatIsFarTooLargeIsNotRead() throws IOException {
        Path large = folder.resolve("large.onnx");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        assertEquals(large + " is not YuNet, or is damaged. Set FACET_YUNET to the file of YuNet, face_detection_yunet_2023mar.onnx, or unset it: then Facet fetches it.",
                assertThrows(FacetException.class, () -> YuNetFile.read(large)).getMessage());
    }
}
