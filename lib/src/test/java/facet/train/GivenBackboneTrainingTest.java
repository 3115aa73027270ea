package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.GivenBackbone;
import facet.model.PlainBody;
import facet.model.cache.PooledWindows;
import facet.model.net.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a backbone that is given, training on kept windows is training on its maps. */
class GivenBackboneTrainingTest {

    private static final TripletSplit ALL = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(10);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(3), List.of());

    @TempDir
    private Path cache;

    private record Result(History history, Map<String, float[]> parameters) { }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "P2", "P4"})
    void windowsTrainAsImagesDo(Level level) {
        Result windows = train(level, cache);
        Result images = train(level, null);
        for (int i = 0; i < images.history().rows().size(); i++) {
            History.Row expected = images.history().rows().get(i);
            assertEquals(expected.loss(), windows.history().rows().get(i).loss(), 1e-5 * expected.loss(), expected.toString());
        }
        assertNotEquals(images.history().row("validation", 0).loss(), images.history().row("validation", 1).loss(), "it was trained");
        images.parameters().forEach((name, expected) -> {
            double error = RelativeError.of(expected, windows.parameters().get(name));
            assertTrue(name.endsWith("bias") || error <= 1e-5, name + " differs by " + error); // a bias moves all embeddings alike: its gradient is rounding alone
        });
    }

    /** One epoch of five steps; on images where there is no cache. */
    private static Result train(Level level, Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = GivenBackbone.build(manager, new PlainBody(1), level, 3);
                ImageLoader loader = new ImageLoader(64); Sgd sgd = new Sgd(0.01f, 0.9f)) {
            Inputs inputs = cache == null ? loader : PooledWindows.of(model, TripletMeasurement.images(SPLIT.all()), loader, cache, Progress.silent());
            History history = new Trainer(model, new TripletLoss(1), sgd, inputs).batch(2).seed(3).fit(SPLIT, 1, Progress.silent());
            return new Result(history, Parameters.of(model));
        }
    }

    /** The text of a backbone without parameters is all that says which it is. */
    @Test
    void windowsAreToldApartByTheBackbone() throws IOException {
        List<Path> one = List.copyOf(TripletMeasurement.images(SPLIT.all())).subList(0, 1);
        for (float factor : new float[] {1, 1, 2}) {
            try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = GivenBackbone.build(manager, new PlainBody(factor), Level.P2, 3);
                    ImageLoader loader = new ImageLoader(64)) {
                PooledWindows.of(model, one, loader, cache, Progress.silent());
            }
        }
        try (Stream<Path> folders = Files.list(cache)) {
            assertEquals(2, folders.count());
        }
    }
}
