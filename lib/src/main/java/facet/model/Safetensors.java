package facet.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import facet.data.FacetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Named tensors in a file, to read: eight bytes of length, a JSON header, the numbers (format of the safetensors project). */
public final class Safetensors {

    static final String METADATA = "__metadata__";

    private final Path file;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, JsonObject> entries = new LinkedHashMap<>();
    private final MappedByteBuffer data;

    private Safetensors(Path file, JsonObject header, MappedByteBuffer data) {
        this.file = file;
        this.data = data;
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                entry.getValue().getAsJsonObject().entrySet().forEach(m -> metadata.put(m.getKey(), m.getValue().getAsString()));
            } else {
                entries.put(entry.getKey(), entry.getValue().getAsJsonObject());
            }
        }
    }

    /**
     * Maps a file into memory; no number is read yet.
     *
     * @throws FacetException where it is missing, cut short or another kind of file, or the thread was interrupted
     */
    public static Safetensors read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(length, 0);
            long header = length.flip().remaining() == 8 ? length.getLong() : -1;
            if (header < 2 || header > channel.size() - 8) {
                throw new FacetException(file + " is not a safetensors file, or only a part of one. Export or download it again.");
            }
            ByteBuffer json = channel.map(FileChannel.MapMode.READ_ONLY, 8, header);
            JsonObject parsed = JsonParser.parseString(StandardCharsets.UTF_8.decode(json).toString()).getAsJsonObject();
            long rest = channel.size() - 8 - header;
            MappedByteBuffer data = channel.map(FileChannel.MapMode.READ_ONLY, 8 + header, rest);
            data.order(ByteOrder.LITTLE_ENDIAN);
            Safetensors tensors = new Safetensors(file, parsed, data);
            for (String name : tensors.names()) {
                if (tensors.offset(name, 1) > rest) {
                    throw new FacetException(file + " ends before its tensor " + name + " does. Export or download it again.");
                }
            }
            return tensors;
        } catch (ClosedByInterruptException e) {
            throw new FacetException("Stopped while reading " + file + "; the same call takes it up again.", e);
        } catch (IOException e) {
            throw new FacetException("Can't read the weights file " + file + ": is the path right?", e);
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException e) { // a header of another form
            throw new FacetException(file + " is not a safetensors file: its header can't be read.", e);
        }
    }

    /** @return whether {@link #read} failed because the thread was interrupted: then nothing is wrong with the file */
    public static boolean isInterrupt(RuntimeException failure) {
        return failure.getCause() instanceof ClosedByInterruptException;
    }

    /** @return where it was read from */
    public Path file() {
        return file;
    }

    /** @return the header's free text */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    /** @return the names of its tensors, scales of int8 ones included */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** @return the sizes of a tensor's axes */
    public long[] shape(String name) {
        return longs(name, "shape");
    }

    /**
     * A tensor's numbers in row-major order. An int8 tensor is multiplied by {@code NAME.scale}, a factor for each output channel.
     *
     * @throws FacetException where its type is neither F32 nor I8
     */
    public FloatBuffer floats(String name) {
        String type = entries.get(name).get("dtype").getAsString();
        ByteBuffer raw = bytes(name);
        if (type.equals("F32")) {
            return raw.asFloatBuffer();
        }
        if (!type.equals("I8") || !entries.containsKey(name + ".scale")) {
            throw new FacetException("Tensor " + name + " of " + file + " is of type " + type + ": save it as float32.");
        }
        FloatBuffer scale = floats(name + ".scale");
        byte[] quantised = new byte[raw.remaining()];
        raw.get(quantised);
        float[] values = new float[quantised.length];
        int channel = values.length / scale.remaining();
        for (int from = 0; from < values.length; from += channel) {
            float factor = scale.get();
            for (int i = from; i < from + channel; i++) {
                values[i] = quantised[i] * factor;
            }
        }
        return FloatBuffer.wrap(values);
    }

    /** A tensor's bytes as they stand in the file: little-endian numbers in row-major order. */
    ByteBuffer bytes(String name) {
        int from = Math.toIntExact(offset(name, 0));
        return data.slice(from, Math.toIntExact(offset(name, 1)) - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long offset(String name, int end) {
        return longs(name, "data_offsets")[end];
    }

    private long[] longs(String name, String field) {
        return entries.get(name).getAsJsonArray(field).asList().stream().mapToLong(JsonElement::getAsLong).toArray();
    }
}
