package facet.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.train.TripletLoss;
import org.junit.jupiter.api.Test;

/** The layout in memory, [N, C, H, W] or channels last, changes the rounding of a training step and nothing else. */
class LayoutTest {

    @Test
    void gradientsPointTheSameWay() {
        try (NDManager manager = NDManager.newBaseManager(); Golden golden = GoldenFile.open(manager);
                FaceEmbedder model = golden.model(manager, Level.P2, true)) {
            TripletLoss loss = new TripletLoss(1);
            Gradients planar = Gradients.of(model, loss, golden.images(manager, false));
            Gradients last = Gradients.of(model, loss, golden.images(manager, true));
            planar.cosines(last).forEach((name, cosine) -> assertTrue(cosine > 0.998, () -> name + " " + cosine));
        }
    }
}
