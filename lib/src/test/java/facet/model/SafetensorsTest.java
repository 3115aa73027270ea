package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.data.FacetException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
            assertEquals("Stopped while reading " + file + "; the same call takes it up again.", message);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anotherKindOfFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("page.safetensors"), "<!DOCTYPE html><html></html>");
        assertTrue(assertThrows(FacetException.class, () -> Safetensors.read(file)).getMessage().contains("page.safetensors"));
        assertThrows(FacetException.class, () -> Safetensors.read(Files.createFile(folder.resolve("empty.safetensors"))));
        assertThrows(FacetException.class, () -> Safetensors.read(folder.resolve("missing.safetensors")));
    }

    private static float[] floats(FloatBuffer buffer) {
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
