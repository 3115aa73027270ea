package facet.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gradients from the loss down to the first convolution are torch's, in float64. In float32 every processor and layout rounds otherwise,
 * a few ReLUs near 0 flip, and the first layers' gradients differ by up to 2 %, torch's own as well (golden/README.md).
 */
class GoldenGradientsTest {

    private static final double EXACT = 1e-8; // the epsilons of norm and distance are float32 numbers

    @ParameterizedTest
    @CsvSource({"NONE", "P2"})
    void gradientsInFloat64AreTorchs(Level level) throws IOException {
        String prefix = level == Level.NONE ? "none_" : "P2_";
        String body = level == Level.NONE ? "" : "body.";
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.float64(manager);
                FaceEmbedder model = golden.model(manager, level, false)) {
            Map<String, Parameter> named = model.named();
            WideParameters wide = new WideParameters(manager);
            NDArray images = golden.images(manager, false).toType(DataType.FLOAT64, true);
            assertEquals(golden.get(prefix + "loss")[0], GoldenTrainingTest.backward(model, wide, images).doubleValue(), EXACT);
            GoldenTrainingTest.check(golden, prefix + "conv1", wide.gradient(named.get(body + "conv1.weight")).get(":4"), EXACT);
            GoldenTrainingTest.check(golden, prefix + "bn1", wide.gradient(named.get(body + "bn1.weight")), EXACT);
            GoldenTrainingTest.check(golden, prefix + "layer4.2.conv3", wide.gradient(named.get(body + "layer4.2.conv3.weight")).get(":4, :16"), EXACT);
            if (level != Level.NONE) {
                GoldenTrainingTest.check(golden, prefix + "inner0", wide.gradient(named.get("fpn.inner_blocks.0.0.weight")).get(":4"), EXACT);
            }
        }
    }
}
