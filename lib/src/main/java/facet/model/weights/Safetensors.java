package facet.model.weights;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named tensors in a file, to read: eight bytes of length, a JSON header, the numbers (format of the safetensors project). The code is our own: DJL's
 * reader, NDList.decode, drops the metadata, which say what network a file holds and where it comes from.
 */
public final class Safetensors {

    static final String METADATA = "__metadata__";

    private static final long LONGEST_HEADER = 100_000_000; // the format's own limit

    private final Path file;
    private final SafetensorsHeader header;
    private final Map<String, ByteBuffer> numbers;

    private Safetensors(Path file, SafetensorsHeader header, Map<String, ByteBuffer> numbers) {
        this.file = file;
        this.header = header;
        this.numbers = numbers;
    }

    /**
     * Maps a file into memory; no number is read yet.
     *
     * @throws FacetException where it is missing, cut short, damaged or another kind of file, or the thread was interrupted
     */
    public static Safetensors read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer eight = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(eight, 0);
            long length = eight.flip().remaining() == Long.BYTES ? eight.getLong() : -1;
            long start = Long.BYTES + length;
            if (length < 2 || length > LONGEST_HEADER || start > channel.size()) {
                throw new FacetException(file + " is not a safetensors file, or only a part of one. Export or download it again.");
            }
            ByteBuffer json = channel.map(FileChannel.MapMode.READ_ONLY, Long.BYTES, length);
            SafetensorsHeader header = SafetensorsHeader.read(file, json, channel.size() - start);
            return new Safetensors(file, header, map(channel, start, header.inOrder()));
        } catch (ClosedByInterruptException e) {
            throw new FacetException("Stopped while reading " + file + "; the same command reads it anew.", e);
        } catch (IOException e) {
            throw new FacetException("Can't read the weights file " + file + ": is the path right?", e);
        }
    }

    /** Each tensor's bytes. A buffer of Java holds 2 GiB, so a larger file is mapped in parts, and a larger tensor is not. */
    private static Map<String, ByteBuffer> map(FileChannel channel, long start, List<TensorEntry> tensors) throws IOException {
        Map<String, ByteBuffer> buffers = new HashMap<>();
        int next = 0;
        while (next < tensors.size()) {
            int first = next;
            long from = tensors.get(first).from();
            while (next < tensors.size() && tensors.get(next).to() - from <= Integer.MAX_VALUE) {
                next++;
            }
            if (next == first) {
                next++; // the tensor that is too large
                continue;
            }
            ByteBuffer part = channel.map(FileChannel.MapMode.READ_ONLY, start + from, tensors.get(next - 1).to() - from);
            for (TensorEntry tensor : tensors.subList(first, next)) {
                buffers.put(tensor.name(), part.slice((int) (tensor.from() - from), (int) tensor.bytes()));
            }
        }
        return buffers;
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
        return Collections.unmodifiableMap(header.metadata());
    }

    /** @return the names of its tensors, scales of int8 ones included */
    public Set<String> names() {
        return Collections.unmodifiableSet(header.tensors().keySet());
    }

    /** @return the sizes of a tensor's axes */
    public long[] shape(String name) {
        return header.tensors().get(name).shape().getShape();
    }

    /**
     * Reads a tensor's numbers in row-major order; of float16, bfloat16 and float64 ones as float32. An int8 tensor is multiplied by {@code NAME.scale}, a factor
     * for each output channel.
     *
     * @throws FacetException where it is of another type, has no scale for each output channel, or is larger than 2 GiB
     */
    public FloatBuffer floats(String name) {
        TensorType type = header.tensors().get(name).type();
        if (type == TensorType.I8) {
            return scaled(name);
        }
        FloatBuffer values = type.floats(bytes(name));
        if (values == null) {
            throw new FacetException(file + ": tensor " + name + " is of the type " + type + ". Save it as float32.");
        }
        return values;
    }

    private FloatBuffer scaled(String name) {
        TensorEntry tensor = header.tensors().get(name);
        TensorEntry scale = header.tensors().get(name + ".scale");
        long channels = tensor.shape().dimension() == 0 ? 1 : tensor.shape().get(0);
        if (scale == null || scale.type() == TensorType.I8 || scale.shape().size() != channels) {
            throw new FacetException(file + ": the int8 tensor " + name + " needs a tensor " + name + ".scale of " + channels
                    + " floating-point numbers, one for each output channel. Export it again, or save it as float32.");
        }
        FloatBuffer factors = floats(scale.name());
        ByteBuffer raw = bytes(name);
        float[] values = new float[raw.remaining()];
        int perChannel = values.length / (int) Math.max(1, channels);
        for (int i = 0; i < values.length; i++) {
            values[i] = raw.get(i) * factors.get(i / perChannel);
        }
        return FloatBuffer.wrap(values);
    }

    /** Returns a tensor's bytes as they stand in the file: little-endian numbers in row-major order. */
    public ByteBuffer bytes(String name) {
        ByteBuffer bytes = numbers.get(name);
        if (bytes == null) {
            throw new FacetException(file + ": tensor " + name + " is larger than 2 GiB, more than Facet reads. Split it, or save it as float16.");
        }
        return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
