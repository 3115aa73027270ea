package facet.model.weights;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Safetensors files whose header a test writes itself. Their numbers are zeros that take no room on the disk. */
public final class TensorFile {

    private TensorFile() { }

    /** Writes a header as it stands, and zeros. */
    public static Path write(Path file, String header, long zeros) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return write(file, json.length, json, zeros);
    }

    /** The same with a length that need not be the header's. */
    static Path write(Path file, long length, byte[] header, long zeros) {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(0);
            out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
            out.write(header);
            out.setLength(Long.BYTES + header.length + zeros);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes float32 zeros of some names and shapes, one after the other. */
    public static Path zeros(Path file, Map<String, long[]> shapes, Map<String, String> metadata) {
        StringBuilder header = new StringBuilder("{\"__metadata__\":{")
                .append(metadata.entrySet().stream().map(m -> '"' + m.getKey() + "\":\"" + m.getValue() + '"').collect(Collectors.joining(",")))
                .append('}');
        long end = 0;
        for (Map.Entry<String, long[]> tensor : shapes.entrySet()) {
            long from = end;
            end += Float.BYTES * LongStream.of(tensor.getValue()).reduce(1, (a, b) -> a * b);
            header.append(',').append(entry(tensor.getKey(), "\"F32\"", Arrays.toString(tensor.getValue()), "[" + from + "," + end + "]"));
        }
        return write(file, header.append('}').toString(), end);
    }

    /** An entry of a header, each value as JSON. */
    static String entry(String name, String type, String shape, String offsets) {
        return "\"" + name + "\":{\"dtype\":" + type + ",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
    }
}
