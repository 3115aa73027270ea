package facet.model.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import facet.io.FacetException;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.Pass;
import facet.model.net.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of weights holds beyond a network, or lacks, is read, said or refused. */
class WeightsTest {

    private static NDManager manager;
    private static FaceEmbedder p2;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        manager = NDManager.newBaseManager();
        p2 = FaceEmbedder.builder().level(Level.P2).build(manager);
    }

    @AfterAll
    static void close() {
        manager.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "module.", "model.", "backbone.", "module.model.", "module.backbone."})
    void prefixesOfWrappersAreRead(String prefix) {
        assertEquals(whole(), fill(file(renamed(name -> prefix + name))));
        assertEquals(whole(), fill(file(renamed(name -> prefix + name.replaceFirst("^body\\.", "")))));
    }

    @Test
    void pyramidNamesOfOlderTorchvisionAreRead() {
        assertEquals(whole(), fill(file(renamed(name -> name.replaceFirst("^(fpn\\.\\w+_blocks\\.\\d)\\.0\\.", "$1.")))));
    }

    @Test
    void whatNoNetworkOfFacetNeedsIsNoNews() {
        Map<String, long[]> tensors = shapes();
        for (String name : List.of("fc.weight", "fc.bias", "body.bn1.num_batches_tracked", "momentum.body.conv1.weight", "fpn.extra_blocks.p6.weight")) {
            tensors.put(name, new long[] {3});
        }
        assertEquals(whole(), fill(file(tensors)));
    }

    @ParameterizedTest
    @CsvSource({"1,a tensor that this network does not use: rpn.a.weight.",
        "3,'3 tensors that this network does not use: rpn.a.weight, rpn.b.weight, rpn.c.weight.'",
        "5,'5 tensors that this network does not use: rpn.a.weight, rpn.b.weight, rpn.c.weight and 2 more.'"})
    void whatIsNotUsedIsSaid(int count, String says) {
        Map<String, long[]> tensors = shapes();
        Stream.of("rpn.a.weight", "rpn.b.weight", "rpn.c.weight", "rpn.d.scale", "rpn.e.weight").limit(count).forEach(name -> tensors.put(name, new long[] {3}));
        Path file = file(tensors);
        assertEquals(List.of(file + " holds " + says), fill(file).notes());
    }

    @Test
    void aPyramidThatIsNotUsedIsSaid() {
        List<LoadedWeights> told = new ArrayList<>();
        FaceEmbedder.builder().level(Level.NONE).weights(Weights.file(file(shapes()))).tell(told::add).build(manager).close();
        assertEquals(16, told.get(0).unused().size());
        assertTrue(told.get(0).notes().get(0).contains("holds 16 tensors that this network does not use: fpn.inner_blocks.0.0.bias,"), told.toString());
    }

    @Test
    void aPyramidThatIsNotThereIsSaidOfAFileAndKnownOfTheEmbeddedWeights() {
        Map<String, long[]> tensors = shapes();
        tensors.keySet().removeIf(name -> name.startsWith("fpn."));
        Path file = file(tensors);
        LoadedWeights loaded = fill(file);
        assertEquals(16, loaded.missing().size());
        assertEquals(List.of(file + " holds no feature pyramid; that of this network is untrained."), loaded.notes());
        assertEquals(List.of(), new LoadedWeights(Weights.EMBEDDED, List.of(), loaded.missing()).notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fpn.inner_blocks.1.0.weight", "fpn.inner_blocks.3.0.bias", "fpn.layer_blocks.0.0.weight", "fpn.layer_blocks.2.0.weight"})
    void aPartOfAPyramidIsRefused(String lacks) {
        Map<String, long[]> tensors = shapes();
        tensors.remove(lacks);
        assertRefused(tensors, " holds a part of a feature pyramid, without " + lacks + ". Save the whole network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"body.layer3.6.conv1.weight", "layer5.0.conv1.weight", "module.conv1.bias", "body.layer1.0.se.fc1.weight",
        "body.layer1.1.downsample.0.weight", "fpn.inner_blocks.4.0.weight", "fpn.inner_blocks.0.1.weight", "fpn.layer_blocks.4.bias"})
    void anotherNetworkIsRefused(String has) {
        Map<String, long[]> tensors = shapes();
        tensors.put(has, new long[] {3});
        assertRefused(tensors, " holds " + has + ", which ");
    }

    @Test
    void anotherWidthIsRefused() {
        Map<String, long[]> tensors = shapes();
        tensors.put("body.layer1.0.conv1.weight", new long[] {128, 64, 1, 1}); // wide_resnet50_2's
        assertRefused(tensors, ": body.layer1.0.conv1.weight has the shape (128, 64, 1, 1), ResNet-50 needs (64, 64, 1, 1): it is another network.");
    }

    @Test
    void twoNetworksInAFileAreRefused() {
        Map<String, long[]> tensors = shapes();
        tensors.put("module.bn1.weight", new long[] {64});
        assertRefused(tensors, " holds bn1.weight twice, as body.bn1.weight and as module.bn1.weight.");
    }

    /** A refused file changes nothing. */
    @Test
    void whatIsRefusedIsNotLoadedInPart() {
        Map<String, long[]> tensors = shapes();
        tensors.remove("body.layer4.2.bn3.bias");
        Path file = TensorFile.zeros(folder.resolve("some.safetensors"), tensors, ModelFile.metadata(p2, Pass.SIZE));
        float[] before = p2.named().get("body.conv1.weight").getArray().toFloatArray();
        String message = assertThrows(FacetException.class, () -> p2.load(Weights.file(file))).getMessage();
        assertTrue(message.contains("holds no body.layer4.2.bn3.bias"), message);
        assertArrayEquals(before, p2.named().get("body.conv1.weight").getArray().toFloatArray());
    }

    @Test
    void aHalfPrecisionFileUnderOtherNamesIsRead() {
        Path file = folder.resolve("half.safetensors");
        try (NDManager own = NDManager.newBaseManager()) {
            Map<String, NDArray> halves = new LinkedHashMap<>();
            p2.named().forEach((name, parameter) -> halves.put(name, half(own, parameter.getArray())));
            Map<String, NDArray> renamed = new LinkedHashMap<>();
            halves.forEach((name, half) -> renamed.put("module." + name.replaceFirst("(_blocks\\.\\d)\\.0", "$1"), half));
            SafetensorsWriter.write(file, renamed, ModelFile.metadata(p2, Pass.SIZE));
            FaceEmbedder read = FaceEmbedder.builder().weights(Weights.file(file)).seed(9).build(own);
            read.named().forEach((name, parameter) ->
                    assertArrayEquals(halves.get(name).toType(DataType.FLOAT32, true).toFloatArray(), parameter.getArray().toFloatArray(), name));
        }
    }

    private static NDArray half(NDManager own, NDArray array) {
        NDArray half = array.toType(DataType.FLOAT16, true);
        half.attach(own);
        return half;
    }

    private void assertRefused(Map<String, long[]> tensors, String says) {
        Path file = file(tensors);
        String message = assertThrows(FacetException.class, () -> fill(file)).getMessage();
        assertTrue(message.startsWith(file + says), message);
    }

    private static LoadedWeights whole() {
        return new LoadedWeights("", List.of(), List.of());
    }

    /** What a network of level P2 takes from a file; named "" where nothing is to be said. */
    private static LoadedWeights fill(Path file) {
        List<LoadedWeights> told = new ArrayList<>();
        FaceEmbedder.builder().level(Level.P2).weights(Weights.file(file)).tell(told::add).build(manager).close();
        LoadedWeights loaded = told.get(0);
        return loaded.notes().isEmpty() ? new LoadedWeights("", loaded.unused(), loaded.missing()) : loaded;
    }

    private Path file(Map<String, long[]> tensors) {
        return TensorFile.zeros(folder.resolve("some.safetensors"), tensors, Map.of());
    }

    private static Map<String, long[]> renamed(UnaryOperator<String> rename) {
        Map<String, long[]> renamed = new LinkedHashMap<>();
        shapes().forEach((name, shape) -> renamed.put(rename.apply(name), shape));
        return renamed;
    }

    private static Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        p2.named().forEach((name, parameter) -> shapes.put(name, parameter.getArray().getShape().getShape()));
        return shapes;
    }
}
