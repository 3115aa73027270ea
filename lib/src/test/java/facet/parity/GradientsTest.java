package facet.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.data.GeneratedFaces;
import facet.data.Triplet;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.model.FaceEmbedder;
import facet.model.net.Precision;
import facet.train.TripletLoss;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private static final int SIZE = 96;
    private static final List<Triplet> GROUPS = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 42).train().triplets().subList(16, 24);

    @Test
    void aCosineTellsHowFarTwoPointTheSameWay() {
        Gradients a = new Gradients(Map.of("body.x", new float[] {3, 4}, "fpn.y.bias", new float[] {1}));
        Gradients b = new Gradients(Map.of("body.x", new float[] {6, 8}, "fpn.y.bias", new float[] {-1}));
        Gradients c = new Gradients(Map.of("body.x", new float[] {-4, 3}, "fpn.y.bias", new float[] {1}));
        assertEquals(Map.of("body.x", 1.0), a.cosines(b));
        assertEquals(Map.of("body.x", 0.0), a.cosines(c));
    }

    @Test
    void bf16ChangesAGradientFarLessThanOtherTripletsDo() {
        Gradients wide = of(Precision.FP32, GROUPS);
        Map<String, Double> narrow = wide.cosines(of(Precision.BF16, GROUPS));
        Map<String, Double> others = wide.cosines(of(Precision.FP32,
                TripletSplit.of(GeneratedFaces.open(DataHome.find()), 42).train().triplets().subList(24, 32)));
        assertTrue(mean(narrow) > 0.85, () -> "bf16: " + mean(narrow));
        assertTrue(mean(others) < 0.5, () -> "other groups: " + mean(others));
    }

    @Test
    void leavesTheNetworkAsItWas() {
        Gradients once = of(Precision.FP32, GROUPS);
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE);
                FaceEmbedder model = FaceEmbedder.builder().build(manager)) {
            Gradients.of(model, new TripletLoss(1), GROUPS, loader);
            Gradients twice = Gradients.of(model, new TripletLoss(1), GROUPS, loader);
            once.cosines(twice).forEach((name, cosine) -> assertEquals(1, cosine, 1e-6, name));
            assertEquals(once.values().get("body.conv1.weight")[7], twice.values().get("body.conv1.weight")[7], 1e-7, "not added up");
        }
    }

    private static Gradients of(Precision precision, List<Triplet> triplets) {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE);
                FaceEmbedder model = FaceEmbedder.builder().precision(precision).build(manager)) {
            return Gradients.of(model, new TripletLoss(1), triplets, loader);
        }
    }

    private static double mean(Map<String, Double> cosines) {
        return cosines.values().stream().mapToDouble(c -> c).average().orElseThrow();
    }
}
