package facet.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.train.Sgd;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Steps at the paper's learning rate change the network as torch.optim.SGD changes torchvision's: losses, weights, running statistics. GoldenTrainingTest's rate is
 * too low to show a wrong momentum. These steps are in float64, because training is chaotic at this rate: float32 rounding grows to a tenth of the loss within ten
 * steps, in torch alone as well, and would hide a mistake.
 */
class GoldenStepsTest {

    private static final double EXACT = 1e-10; // measured: 8e-15 and less

    @ParameterizedTest
    @CsvSource({"P5,FLATTEN", "P2,AVERAGE"})
    void stepsAtThePapersRateAreTorchs(Level level, Pooling pooling) throws IOException {
        String prefix = "steps_" + level + "_";
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.steps(manager);
                FaceEmbedder model = GoldenInput.model(manager, golden.strides(), level, pooling, false); Sgd sgd = new Sgd(0.001f, 0.9f)) {
            Map<String, Parameter> named = model.named();
            WideParameters wide = new WideParameters(manager);
            NDArray images = golden.images(manager, false).toType(DataType.FLOAT64, true);
            for (double expected : golden.get(prefix + "losses")) {
                double loss = GoldenTrainingTest.backward(model, wide, images).doubleValue();
                assertEquals(expected, loss, EXACT * Math.max(1, expected));
                named.forEach((name, parameter) -> {
                    if (parameter.requiresGradient()) {
                        sgd.update(name, wide.array(parameter), wide.gradient(parameter));
                    }
                });
                images = inOtherRoles(images);
            }
            GoldenTrainingTest.check(golden, prefix + "conv1", wide.array(named.get("body.conv1.weight")).get(":4"), EXACT);
            GoldenTrainingTest.check(golden, prefix + "layer4.2.conv3", wide.array(named.get("body.layer4.2.conv3.weight")).get(":4, :16"), EXACT);
            GoldenTrainingTest.check(golden, prefix + "inner3", wide.array(named.get("fpn.inner_blocks.3.0.weight")).get(":4, :64"), EXACT);
            GoldenTrainingTest.check(golden, prefix + "bn1_mean", wide.array(named.get("body.bn1.running_mean")), EXACT);
            GoldenTrainingTest.check(golden, prefix + "layer4.2.bn3_variance", wide.array(named.get("body.layer4.2.bn3.running_var")).get(":64"), EXACT);
        }
    }

    /** The last image becomes the first one, as torch.roll does it. */
    private static NDArray inOtherRoles(NDArray images) {
        return NDArrays.concat(new NDList(images.get("-1:"), images.get(":-1")));
    }
}
