package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.io.FacetException;
import facet.model.net.Level;
import facet.model.weights.LoadedWeights;
import facet.model.weights.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a frozen ResNet-50 trains without a pyramid: a linear layer on C5. */
class LinearLayerTest {

    private static final int OUTPUTS = 256;
    private static final int CHANNELS = 2048;

    private final List<LoadedWeights> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void anEmbeddingIsTheLayerOfTheMeanOfC5() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = frozen().build(manager)) {
            NDArray images = Pass.images(manager, 2);
            NDArray c5 = model.body().forward(new ParameterStore(manager, false), new NDList(images), false).get(3);
            float[] map = c5.toFloatArray();
            float[] weight = model.named().get("linear.weight").getArray().toFloatArray();
            int places = map.length / 2 / CHANNELS;
            float[] expected = new float[2 * OUTPUTS];
            for (int i = 0; i < expected.length; i++) {
                double sum = 0; // the bias starts at 0
                for (int c = 0; c < CHANNELS; c++) {
                    for (int place = 0; place < places; place++) {
                        sum += (double) weight[i % OUTPUTS * CHANNELS + c] * map[(i / OUTPUTS * CHANNELS + c) * places + place] / places;
                    }
                }
                expected[i] = (float) sum;
            }
            assertTrue(RelativeError.of(expected, Pass.embed(model, images).toFloatArray()) < 1e-5);
            assertTrue(RelativeError.of(expected, Pass.embed(model, model.windows(new ParameterStore(manager, false), images)).toFloatArray()) < 1e-5);
            assertEquals(new Shape(1, CHANNELS), model.windowShape());
            assertEquals(OUTPUTS * CHANNELS + OUTPUTS, model.trainableParameters());
            assertEquals("ResNet-50 + linear", model.network());
        }
    }

    /** Whoever embeds by the file gets the network that was trained, not the bare backbone. */
    @Test
    void aFileOfItGivesTheSameEmbeddings() {
        Path file = folder.resolve("linear.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray images = Pass.images(manager, 2);
            float[] expected;
            try (FaceEmbedder model = frozen().build(manager)) {
                ModelFile.write(model, Pass.SIZE, file);
                expected = Pass.embed(model, images).toFloatArray();
            }
            told.clear();
            try (FaceEmbedder read = FaceEmbedder.builder().weights(Weights.file(file)).tell(told::add).build(manager)) {
                assertArrayEquals(expected, Pass.embed(read, images).toFloatArray());
                assertEquals("ResNet-50 + linear", read.network());
                assertEquals(List.of(), told.get(0).notes());
            }
            try (FaceEmbedder pyramid = FaceEmbedder.builder().level(Level.P2).weights(Weights.file(file)).tell(told::add).build(manager)) {
                assertEquals(List.of(file + " holds 2 tensors that this network does not use: linear.bias, linear.weight.", file + " holds no feature pyramid; that of this network is untrained."),
                        told.get(1).notes());
            }
        }
    }

    @Test
    void aFileWithoutItStartsOneAnew() {
        Path file = folder.resolve("bare.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            try (FaceEmbedder bare = FaceEmbedder.builder().level(Level.NONE).tell(told::add).build(manager)) {
                ModelFile.write(bare, Pass.SIZE, file);
            }
            told.clear();
            try (FaceEmbedder model = frozen().weights(Weights.file(file)).build(manager)) {
                assertEquals(List.of(file + " holds no linear layer; that of this network is untrained."), told.get(0).notes());
                String refused = assertThrows(FacetException.class, () -> model.load(Weights.file(file))).getMessage();
                assertEquals(file + " holds another network than ResNet-50 + linear: it has no linear.weight.", refused);
            }
        }
    }

    @Test
    void itStandsOnNoPartlyFrozenBackbone() {
        Path file = folder.resolve("linear.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            try (FaceEmbedder model = frozen().build(manager)) {
                ModelFile.write(model, Pass.SIZE, file);
            }
            FaceEmbedderBuilder builder = frozen().weights(Weights.file(file)).stages(2);
            assertEquals("The weights hold a linear layer, which stands on a backbone that is frozen, or not trained at all. Take stages 0 to train the layer, 5 to embed.",
                    assertThrows(FacetException.class, () -> builder.build(manager)).getMessage());
        }
    }

    private FaceEmbedderBuilder frozen() {
        return FaceEmbedder.builder().level(Level.NONE).backbone(Backbone.FROZEN).seed(3).tell(told::add);
    }
}
