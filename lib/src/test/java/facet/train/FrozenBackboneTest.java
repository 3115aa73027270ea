package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.cache.PooledWindows;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on kept windows is training on images with a backbone that does not change. */
class FrozenBackboneTest {

    private static final int STEPS = 5;
    private static final TripletSplit ALL = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(2 * STEPS);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(3), List.of());

    private record Result(History history, Map<String, float[]> parameters) { }

    @Test
    void givesTheNumbersOfTheWholeNetwork(@TempDir Path cache) {
        Result windows = train(cache);
        Result images = train(null);
        for (int i = 0; i < images.history().rows().size(); i++) {
            History.Row expected = images.history().rows().get(i);
            assertEquals(expected.loss(), windows.history().rows().get(i).loss(), 1e-5 * expected.loss(), expected.toString());
        }
        images.parameters().forEach((name, expected) -> {
            if (name.startsWith("fpn.") && name.endsWith(".bias")) {
                return; // it moves all embeddings alike, so distances don't see it and its gradient is rounding alone
            }
            double error = RelativeError.of(expected, windows.parameters().get(name));
            assertTrue(error <= 1e-5, name + " differs by " + error);
        });
        float[] start = start("fpn.inner_blocks.0.0.weight");
        assertTrue(RelativeError.of(start, windows.parameters().get("fpn.inner_blocks.0.0.weight")) > 1e-4, "it was trained");
        assertArrayEquals(start("body.layer4.2.bn3.running_mean"), windows.parameters().get("body.layer4.2.bn3.running_mean"));
        assertArrayEquals(start("body.conv1.weight"), images.parameters().get("body.conv1.weight"));
    }

    /** One epoch of five steps; on images where there is no cache. */
    private static Result train(Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = build(manager);
                ImageLoader loader = new ImageLoader(64); Sgd sgd = new Sgd(0.01f, 0.9f)) {
            Inputs inputs = cache == null ? loader
                    : PooledWindows.of(model, TripletMeasurement.images(SPLIT.all()), loader, cache, Progress.silent());
            History history = new Trainer(model, new TripletLoss(1), sgd, inputs).batch(2).seed(3).fit(SPLIT, 1, Progress.silent());
            return new Result(history, Parameters.of(model));
        }
    }

    private static float[] start(String name) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = build(manager)) {
            return model.named().get(name).getArray().toFloatArray();
        }
    }

    private static FaceEmbedder build(NDManager manager) {
        return FaceEmbedder.builder().level(Level.P2).precision(Precision.FP32).backbone(Backbone.FROZEN).seed(3).build(manager);
    }
}
