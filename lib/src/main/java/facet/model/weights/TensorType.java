package facet.model.weights;

import ai.djl.util.Float16Utils;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** The types of numbers in the safetensors format. Network weights are the first four; int8 ones have a scale beside them ({@link Safetensors#floats}). */
enum TensorType {
    F32(4), F64(8), F16(2), BF16(2), I8(1), BOOL(1), U8(1), F8_E5M2(1), F8_E4M3(1), F8_E8M0(1), I16(2), U16(2), I32(4), U32(4), I64(8), U64(8), C64(8);

    private static final int HALF = 16; // the bits of a bfloat16, which are the upper ones of the same float32

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes of a number. */
    int bytes() {
        return bytes;
    }

    /** Reads little-endian floating-point numbers as float32. It is done here because DJL's type BFLOAT16 ends the JVM.
     *
     * @return null for another type
     */
    FloatBuffer floats(ByteBuffer raw) {
        return switch (this) {
            case F32 -> raw.asFloatBuffer();
            case F64 -> {
                FloatBuffer values = FloatBuffer.allocate(raw.remaining() / bytes);
                while (values.hasRemaining()) {
                    values.put((float) raw.getDouble());
                }
                yield values.flip();
            }
            case F16 -> FloatBuffer.wrap(Float16Utils.fromShortBuffer(raw.asShortBuffer()));
            case BF16 -> {
                ShortBuffer upper = raw.asShortBuffer();
                FloatBuffer values = FloatBuffer.allocate(upper.remaining());
                while (values.hasRemaining()) {
                    values.put(Float.intBitsToFloat(upper.get() << HALF));
                }
                yield values.flip();
            }
            default -> null;
        };
    }
}
