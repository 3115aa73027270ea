package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import facet.model.net.Level;
import facet.model.net.NoGradient;
import facet.model.net.Precision;
import facet.model.net.Strides;
import facet.model.weights.Safetensors;
import facet.model.weights.SafetensorsWriter;
import facet.model.weights.TensorFile;
import facet.model.weights.Weights;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"NONE", "P3", "POOL"})
    void anExportedModelGivesTheSameEmbeddings(Level level) {
        Path file = folder.resolve("model.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient()) {
            FaceEmbedder model = FaceEmbedder.builder().level(level).pooling(Pooling.MAX).normalize(true).seed(5).build(manager);
            ModelFile.write(model, 224, file);
            FaceEmbedder again = FaceEmbedder.builder().seed(6).weights(Weights.file(file)).build(manager); // level, pooling and length are the file's
            assertEquals(level, again.level());
            assertArrayEquals(Pass.embed(model, Pass.images(manager, 2)).toFloatArray(), Pass.embed(again, Pass.images(manager, 2)).toFloatArray());
        }
        Map<String, String> metadata = Safetensors.read(file).metadata();
        assertEquals("resnet50 v1", metadata.get("architecture"));
        assertEquals(List.of("format", "names", "architecture", "level", "pooling", "normalize", "size", "precision"), List.copyOf(metadata.keySet()));
        String first = level == Level.NONE ? "conv1.weight" : "body.conv1.weight";
        assertTrue(Safetensors.read(file).names().contains(first));
        assertEquals(level != Level.NONE, Safetensors.read(file).names().contains("fpn.layer_blocks.0.0.bias"));
    }

    /** Behind P5 no parameter stands: a file of one is a network of the other. */
    @Test
    void poolAndP5AreOneNetworkInAFile() {
        Path file = folder.resolve("pool.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); NoGradient off = new NoGradient()) {
            FaceEmbedder pool = FaceEmbedder.builder().level(Level.POOL).pooling(Pooling.FLATTEN).seed(5).build(manager);
            FaceEmbedder p5 = FaceEmbedder.builder().level(Level.P5).pooling(Pooling.FLATTEN).seed(5).build(manager);
            ModelFile.write(pool, Pass.SIZE, file);
            Safetensors read = Safetensors.read(file);
            assertEquals("POOL", read.metadata().get("level"));
            assertEquals(p5.named().keySet(), read.names());
            p5.named().forEach((name, parameter) -> assertEquals(parameter.getArray().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN), read.bytes(name), name));
            FaceEmbedder again = FaceEmbedder.builder().level(Level.P5).weights(Weights.file(file)).build(manager);
            assertArrayEquals(Pass.embed(p5, Pass.images(manager, 1)).toFloatArray(), Pass.embed(again, Pass.images(manager, 1)).toFloatArray());
        }
    }

    @Test
    void anotherNetworksFileIsNotLoaded() {
        Path file = folder.resolve("plain.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            ModelFile.write(FaceEmbedder.builder().level(Level.NONE).build(manager), Pass.SIZE, file);
            FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager);
            String message = assertThrows(FacetException.class, () -> model.load(Weights.file(file))).getMessage();
            assertTrue(message.contains("plain.safetensors holds another network than ResNet-50 + FPN P4: it has no fpn.inner_blocks.0.0.weight"), message);
        }
    }

    /** Every tensor is there: the strides alone are others. */
    @Test
    void weightsOfOtherStridesAreNotLoaded() {
        try (NDManager manager = NDManager.newBaseManager()) {
            FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).build(manager);
            String message = assertThrows(FacetException.class, () -> model.load(Weights.embedded().with(Strides.V1_5))).getMessage();
            assertEquals("embedded holds another network: one with v1.5 strides, not v1.", message);
        }
    }

    @Test
    void aTensorOfAnotherShapeIsNotLoaded() {
        Path file = folder.resolve("reshaped.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).build(manager);
            Map<String, NDArray> tensors = ModelFile.tensors(model);
            tensors.put("bn1.bias", manager.zeros(new Shape(1)));
            SafetensorsWriter.write(file, tensors, ModelFile.metadata(model, Pass.SIZE));
            String message = assertThrows(FacetException.class, () -> model.load(Weights.file(file))).getMessage();
            assertTrue(message.contains("bn1.bias has the shape (1), ResNet-50 needs (64)"), message);
        }
    }

    @Test
    void aLevelThatDoesNotExistIsNamed() {
        Path file = folder.resolve("p9.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            SafetensorsWriter.write(file, Map.of("x", manager.zeros(new Shape(1))), Map.of("level", "P9"));
            String message = assertThrows(FacetException.class, () -> FaceEmbedder.builder().weights(Weights.file(file)).build(manager)).getMessage();
            assertTrue(message.endsWith("p9.safetensors has level P9, which Facet does not know."), message);
        }
    }

    @Test
    void weightsOfOtherStridesAreRefused() {
        try (NDManager manager = NDManager.newBaseManager()) {
            String message = assertThrows(FacetException.class,
                    () -> FaceEmbedder.builder().strides(Strides.V1_5).build(manager)).getMessage();
            assertTrue(message.startsWith("There are no weights for v1.5 strides: embedded is for v1."), message);
        }
    }

    @Test
    void stridesComeFromTheFile() {
        assertEquals(Strides.V1, Weights.embedded().strides());
        assertEquals(Strides.V1_5, Strides.ofArchitecture("resnet50"));
        assertEquals(Strides.V1_5, Strides.ofArchitecture("resnet50 v1.5"));
        assertEquals(Strides.V1, Strides.ofArchitecture("resnet50 v1"));
        assertEquals(Strides.V1_5, Weights.file(TensorFile.write(folder.resolve("silent.safetensors"), "{}", 0)).strides(), "a plain torchvision file");
    }

    @ParameterizedTest
    @CsvSource({"architecture,resnet101", "architecture,resnet50 v2", "architecture,resnet50 v1.51", "architecture,wide_resnet50_2", "pooling,GEM", "normalize,yes"})
    void whatTheFileSaysOfItselfAndDoesNotExistIsNamed(String key, String value) {
        Path file = TensorFile.zeros(folder.resolve("odd.safetensors"), Map.of(), Map.of(key, value));
        try (NDManager manager = NDManager.newBaseManager()) {
            String message = assertThrows(FacetException.class, () -> FaceEmbedder.builder().weights(Weights.file(file)).build(manager)).getMessage();
            assertEquals(file + " has " + key + " " + value + ", which Facet does not know.", message);
        }
    }

    @ParameterizedTest
    @CsvSource({"FP32", "BF16"})
    void aBuildThatFailsLeavesNothingBehind(Precision precision) {
        Path file = TensorFile.write(folder.resolve("empty.safetensors"), "{}", 0);
        try (NDManager manager = NDManager.newBaseManager()) {
            int before = manager.getManagedArrays().size();
            String message = assertThrows(FacetException.class, () -> FaceEmbedder.builder().weights(Weights.file(file)).precision(precision).build(manager)).getMessage();
            assertTrue(message.startsWith(file + " holds no "), message);
            assertEquals(before, manager.getManagedArrays().size());
        }
    }

    @Test
    void aFileThatIsNoResNet50IsNamed() {
        Path file = folder.resolve("other.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            SafetensorsWriter.write(file, Map.of("conv1.weight", manager.zeros(new Shape(64, 3, 7, 7))), Map.of());
            String message = assertThrows(FacetException.class,
                    () -> FaceEmbedder.builder().weights(Weights.file(file)).build(manager)).getMessage();
            assertTrue(message.contains("other.safetensors holds no body.bn1.weight"), message);
        }
    }
}
