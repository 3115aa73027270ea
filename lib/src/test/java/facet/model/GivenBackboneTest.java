package facet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.io.FacetException;
import facet.model.net.Level;
import facet.model.weights.Weights;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network on a backbone that is given: a linear layer without a pyramid, of which all is drawn by the seed. */
class GivenBackboneTest {

    /** Without a pyramid an embedding is W times the mean of C5, plus a bias. */
    @Test
    void theLinearLayerStandsOnTheMeanOfC5() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = network(manager, Level.NONE, 1)) {
            assertEquals(List.of("linear.weight", "linear.bias"), List.copyOf(model.named().keySet()));
            float[] twos = new float[256];
            Arrays.fill(twos, 2);
            Weights.copy(FloatBuffer.wrap(twos), model.named().get("linear.bias"));
            NDArray images = Pass.images(manager, 2);
            NDArray c5 = model.body().forward(new ParameterStore(manager, false), new NDList(images), false).get(3);
            float[] map = c5.toFloatArray();
            float[] weight = model.named().get("linear.weight").getArray().toFloatArray();
            int channels = (int) c5.getShape().get(1);
            int places = (int) (c5.getShape().get(2) * c5.getShape().get(3));
            assertEquals(16, places);
            float[] expected = new float[2 * 256];
            for (int i = 0; i < expected.length; i++) {
                double sum = 2;
                for (int c = 0; c < channels; c++) {
                    for (int place = 0; place < places; place++) {
                        sum += (double) weight[i % 256 * channels + c] * map[(i / 256 * channels + c) * places + place] / places;
                    }
                }
                expected[i] = (float) sum;
            }
            assertTrue(RelativeError.of(expected, Pass.embed(model, images).toFloatArray()) < 1e-5);
            NDArray windows = model.windows(new ParameterStore(manager, false), images);
            assertTrue(RelativeError.of(expected, Pass.embed(model, windows).toFloatArray()) < 1e-5);
            assertEquals(model.windowShape(), windows.getShape().slice(1));
            assertEquals(256, model.embeddingSize(Pass.SIZE));
        }
    }

    @Test
    void theSeedDrawsWhatStandsOnIt() {
        try (NDManager manager = NDManager.newBaseManager()) {
            for (Level level : Level.values()) {
                try (FaceEmbedder one = network(manager, level, 1); FaceEmbedder same = network(manager, level, 1); FaceEmbedder other = network(manager, level, 2)) {
                    String name = level == Level.NONE ? "linear.weight" : "fpn.inner_blocks.3.0.weight";
                    float[] drawn = one.named().get(name).getArray().toFloatArray();
                    assertArrayEquals(drawn, same.named().get(name).getArray().toFloatArray());
                    assertTrue(RelativeError.of(drawn, other.named().get(name).getArray().toFloatArray()) > 0.5);
                    double bound = Math.sqrt(3.0 / (18 << 3)); // a = 1
                    double most = 0;
                    for (float x : drawn) {
                        most = Math.max(most, Math.abs(x));
                    }
                    assertTrue(most <= bound && most > 0.99 * bound, most + " of " + bound);
                    assertTrue(one.named().values().stream().allMatch(parameter -> level != Level.NONE || parameter.requiresGradient()));
                }
            }
        }
    }

    @Test
    void itIsNamedAndClosedAndNotSaved(@TempDir Path folder) {
        PlainBody body = new PlainBody(1);
        try (NDManager manager = NDManager.newBaseManager()) {
            FaceEmbedder model = GivenBackbone.build(manager, body, Level.NONE, 1);
            assertEquals("Plain + linear", model.body().network(model.level()));
            assertEquals("Plain + FPN P3", body.network(Level.P3));
            assertEquals("This network stands on a backbone that is no ResNet-50. It can be trained and measured, but not saved or loaded.",
                    assertThrows(FacetException.class, () -> ModelFile.write(model, 112, folder.resolve("a.safetensors"))).getMessage());
            assertFalse(body.isClosed());
            model.close();
            assertTrue(body.isClosed());
        }
    }

    private static FaceEmbedder network(NDManager manager, Level level, long seed) {
        return GivenBackbone.build(manager, new PlainBody(1), level, seed);
    }
}
