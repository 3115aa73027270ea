package facet.model.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import facet.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Writes named tensors as {@link Safetensors} reads them. */
public final class SafetensorsWriter {

    private SafetensorsWriter() { }

    /**
     * Writes arrays of float32 or float16 under their names, whole or not at all.
     *
     * @throws facet.io.FacetException where the file can't be written; the one of before stays
     * @throws IllegalArgumentException for arrays of another type
     */
    public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata) {
        byte[] header = header(tensors, metadata);
        AtomicFile.write(file, out -> {
            out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
            out.write(header);
            for (NDArray tensor : tensors.values()) {
                write(tensor.toByteBuffer(), out);
            }
        });
    }

    private static void write(ByteBuffer numbers, OutputStream out) throws IOException {
        byte[] bytes = new byte[numbers.remaining()];
        numbers.get(bytes);
        out.write(bytes);
    }

    /** The names, shapes and places of the tensors as JSON, padded with spaces to whole eights. */
    private static byte[] header(Map<String, NDArray> tensors, Map<String, String> metadata) {
        JsonObject header = new JsonObject();
        JsonObject about = new JsonObject();
        metadata.forEach(about::addProperty);
        header.add(Safetensors.METADATA, about);
        long offset = 0;
        for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
            long end = offset + tensor.getValue().size() * tensor.getValue().getDataType().getNumOfBytes();
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", type(tensor.getValue().getDataType()));
            entry.add("shape", array(tensor.getValue().getShape().getShape()));
            entry.add("data_offsets", array(offset, end));
            header.add(tensor.getKey(), entry);
            offset = end;
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static String type(DataType type) {
        return switch (type) {
            case FLOAT16 -> "F16";
            case FLOAT32 -> "F32";
            default -> throw new IllegalArgumentException("Arrays of " + type + " are not written.");
        };
    }

    private static JsonArray array(long... numbers) {
        JsonArray array = new JsonArray();
        for (long number : numbers) {
            array.add(number);
        }
        return array;
    }
}
