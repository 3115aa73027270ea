package facet.model.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgainAlsoByDjl() throws IOException {
        Path file = folder.resolve("a.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            tensors.put("one", manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)));
            tensors.put("two", manager.create(new float[] {-7.5f}));
            SafetensorsWriter.write(file, tensors, Map.of("epoch", "3"));

            Safetensors read = Safetensors.read(file);
            assertEquals(Map.of("epoch", "3"), read.metadata());
            assertArrayEquals(new long[] {2, 3}, read.shape("one"));
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, floats(read.floats("one")));
            assertArrayEquals(new float[] {-7.5f}, floats(read.floats("two")));
            try (InputStream in = Files.newInputStream(file)) {
                NDList djl = NDList.decode(manager, in);
                assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, djl.get("one").toFloatArray());
            }
        }
    }

    @Test
    void anotherTypeIsNotWrittenAsFloats() {
        Path file = folder.resolve("a.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> whole = Map.of("one", manager.create(new int[] {1, 2}));
            assertThrows(IllegalArgumentException.class, () -> SafetensorsWriter.write(file, whole, Map.of()));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void int8TimesScaleIsWithinHalfAStep() {
        Safetensors embedded = Weights.embedded().tensors();
        float[] weight = floats(embedded.floats("conv1.weight"));
        float[] scale = floats(embedded.floats("conv1.weight.scale"));
        assertArrayEquals(new long[] {64, 3, 7, 7}, embedded.shape("conv1.weight"));
        for (int i = 0; i < weight.length; i++) {
            float quotient = weight[i] / scale[i / 147];
            assertEquals(Math.rint(quotient), quotient, 1e-4);
            assertTrue(Math.abs(quotient) < 128.5);
        }
    }

    @Test
    void aFileCutShortIsNamed() throws IOException {
        Path file = folder.resolve("short.safetensors");
        byte[] whole = Files.readAllBytes(Weights.embedded().tensors().file());
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(assertThrows(FacetException.class, () -> Safetensors.read(file)).getMessage().contains("short.safetensors ends before"));
    }

    @Test
    void anInterruptIsNotBlamedOnTheFile() throws IOException {
        Path file = Files.write(folder.resolve("a.safetensors"), new byte[100]);
        Thread.currentThread().interrupt();
        try {
            String message = assertThrows(FacetException.class, () -> Safetensors.read(file)).getMessage();
            assertEquals("Stopped while reading " + file + "; the same command reads it anew.", message);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anotherKindOfFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("page.safetensors"), "<!DOCTYPE html><html></html>");
        assertTrue(assertThrows(FacetException.class, () -> Safetensors.read(file)).getMessage().contains("page.safetensors"));
        String empty = assertThrows(FacetException.class, () -> Safetensors.read(Files.createFile(folder.resolve("empty.safetensors")))).getMessage();
        assertTrue(empty.contains("empty.safetensors is not a safetensors file, or only a part of one"), empty);
        String missing = assertThrows(FacetException.class, () -> Safetensors.read(folder.resolve("missing.safetensors"))).getMessage();
        assertTrue(missing.contains("missing.safetensors: is the path right?"), missing);
    }

    /** The bits of 1, -2.5, the least positive number, infinity; computed with Python's struct and by cutting a float32. */
    @Test
    void halfAndDoubleNumbersAreRead() throws IOException {
        String header = "{" + TensorFile.entry("half", "\"F16\"", "[2,2]", "[0,8]") + "," + TensorFile.entry("brain", "\"BF16\"", "[4]", "[8,16]") + ","
                + TensorFile.entry("double", "\"F64\"", "[]", "[16,24]") + "," + TensorFile.entry("whole", "\"I64\"", "[]", "[24,32]") + "}";
        Path file = TensorFile.write(folder.resolve("half.safetensors"), header, 0);
        ByteBuffer numbers = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        for (int bits : new int[] {0x3c00, 0xc100, 0x0001, 0x7c00, 0x3f80, 0xc020, 0x0080, 0x7f80}) {
            numbers.putShort((short) bits);
        }
        Files.write(file, numbers.putDouble(1.0 / 3).putLong(5).array(), StandardOpenOption.APPEND);
        Safetensors read = Safetensors.read(file);
        assertArrayEquals(new float[] {1, -2.5f, 0x1p-24f, Float.POSITIVE_INFINITY}, floats(read.floats("half")));
        assertArrayEquals(new float[] {1, -2.5f, 0x1p-126f, Float.POSITIVE_INFINITY}, floats(read.floats("brain")));
        assertArrayEquals(new float[] {1.0f / 3}, floats(read.floats("double")));
        String message = assertThrows(FacetException.class, () -> read.floats("whole")).getMessage();
        assertEquals(file + ": tensor whole is of the type I64. Save it as float32.", message);
    }

    /** A map of Java holds 2 GiB; this file is larger, and takes no room since most of it was never written. */
    @Test
    void aFileOverTwoGibibytesIsRead() throws IOException {
        long large = 3L << 29;
        long huge = 3L << 30;
        String header = "{" + TensorFile.entry("one", "\"U8\"", "[" + large + "]", "[0," + large + "]") + ","
                + TensorFile.entry("two", "\"U8\"", "[" + large + "]", "[" + large + "," + 2 * large + "]") + ","
                + TensorFile.entry("huge", "\"U8\"", "[" + huge + "]", "[" + 2 * large + "," + (2 * large + huge) + "]") + ","
                + TensorFile.entry("last", "\"F32\"", "[]", "[" + (2 * large + huge) + "," + (2 * large + huge + 4) + "]") + "}";
        Path file = TensorFile.write(folder.resolve("large.safetensors"), header, 2 * large + huge);
        Files.write(file, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(7).array(), StandardOpenOption.APPEND);
        Safetensors read = Safetensors.read(file);
        assertArrayEquals(new float[] {7}, floats(read.floats("last")));
        assertEquals(large, read.bytes("two").remaining());
        String message = assertThrows(FacetException.class, () -> read.bytes("huge")).getMessage();
        assertTrue(message.startsWith(file + ": tensor huge is larger than 2 GiB"), message);
    }

    private static float[] floats(FloatBuffer buffer) {
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
