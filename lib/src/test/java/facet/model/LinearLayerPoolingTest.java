package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.model.net.Level;
import facet.model.weights.LoadedWeights;
import facet.model.weights.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A linear layer on C5 with each pooling, against loops over places. */
class LinearLayerPoolingTest {

    private static final int OUTPUTS = 256;
    private static final int CHANNELS = 2048;

    private final List<LoadedWeights> told = new ArrayList<>();

    @TempDir
    private Path folder;

    /** The layer is the same at each place, so each field of a grid and each place before a ReLU has an output of its own; 64 pixels leave 2 x 2 places of C5. */
    @ParameterizedTest
    @EnumSource(value = Pooling.class, names = "AVERAGE", mode = EnumSource.Mode.EXCLUDE)
    void otherPoolingsSeeTheLayerOfEachPlace(Pooling pooling) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = frozen().pooling(pooling).build(manager)) {
            NDArray images = Pass.images(manager, 2);
            float[] map = model.body().forward(new ParameterStore(manager, false), new NDList(images), false).get(3).toFloatArray();
            float[] weight = model.named().get("linear.weight").getArray().toFloatArray();
            int places = map.length / 2 / CHANNELS;
            float[] layer = new float[2 * OUTPUTS * places]; // the bias starts at 0
            for (int i = 0; i < layer.length; i++) {
                int image = i / places / OUTPUTS;
                double sum = 0;
                for (int c = 0; c < CHANNELS; c++) {
                    sum += (double) weight[i / places % OUTPUTS * CHANNELS + c] * map[(image * CHANNELS + c) * places + i % places];
                }
                layer[i] = (float) sum;
            }
            float[] expected = switch (pooling) {
                case RELU -> meanOfPositive(layer, places);
                case MAX -> largest(layer, places);
                default -> layer;
            };
            float[] found = Pass.embed(model, images).toFloatArray();
            assertTrue(RelativeError.of(expected, found) < 1e-5);
            ModelFile.write(model, Pass.SIZE, folder.resolve("linear.safetensors"));
            try (FaceEmbedder read = FaceEmbedder.builder().weights(Weights.file(folder.resolve("linear.safetensors"))).tell(told::add).build(manager)) {
                assertArrayEquals(found, Pass.embed(read, images).toFloatArray(), "of its file");
            }
        }
    }

    /** Images and kept rows of C5; the average is also what the layer makes of windows. */
    @Test
    void anAverageThatIsTakenLastIsTheSame() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder first = frozen().build(manager); FaceEmbedder last = frozen().poolFirst(false).build(manager)) {
            NDArray images = Pass.images(manager, 2);
            float[] expected = Pass.embed(first, images).toFloatArray();
            assertTrue(RelativeError.of(expected, Pass.embed(last, images).toFloatArray()) < 1e-5);
            NDArray rows = last.sparedStages().orElseThrow().rows(new ParameterStore(manager, false), images);
            assertTrue(RelativeError.of(expected, Pass.embed(last, rows).toFloatArray()) < 1e-5);
        }
    }

    private static float[] largest(float[] map, int places) {
        float[] largest = new float[map.length / places];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < map.length; i++) {
            largest[i / places] = Math.max(largest[i / places], map[i]);
        }
        return largest;
    }

    private static float[] meanOfPositive(float[] map, int places) {
        float[] means = new float[map.length / places];
        for (int i = 0; i < map.length; i++) {
            means[i / places] += Math.max(0, map[i]) / places;
        }
        return means;
    }

    private FaceEmbedderBuilder frozen() {
        return FaceEmbedder.builder().level(Level.NONE).backbone(Backbone.FROZEN).seed(3).tell(told::add);
    }
}
