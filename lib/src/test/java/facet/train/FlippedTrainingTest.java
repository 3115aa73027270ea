package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.Crop;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.data.image.RandomViews;
import facet.data.image.View;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.cache.KeptStages;
import facet.model.cache.PooledWindows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on what is kept of images and of mirrored images is training on images that are mirrored. */
class FlippedTrainingTest {

    private static final TripletSplit ALL = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(4);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(2), List.of());
    private static final Collection<Path> IMAGES = TripletMeasurement.images(SPLIT.all());
    private static final Collection<Path> FLIPPED = TripletMeasurement.images(List.of(SPLIT.train()));

    private static final float MARGIN = 20; // every triplet has a loss, and none is the small difference of large numbers

    @TempDir
    private Path cache;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void givesTheNumbersOfMirroredImages(int stages) {
        List<String> told = new ArrayList<>();
        History kept = train(stages, true, true, (task, done, total, detail) -> told.add(task));
        History images = train(stages, false, true, Progress.silent());
        History plain = train(stages, false, false, Progress.silent());
        for (int i = 0; i < images.rows().size(); i++) {
            double expected = images.rows().get(i).loss();
            assertEquals(expected, kept.rows().get(i).loss(), 1e-5 * expected, images.rows().get(i).toString());
        }
        assertNotEquals(plain.loss("train")[0], images.loss("train")[0], "flips matter");
        assertEquals(plain.loss("validation")[0], images.loss("validation")[0], "and are not measured");
        assertTrue(told.stream().anyMatch(task -> task.endsWith(", mirrored images")), "the progress says what is computed and kept twice: " + told);
    }

    private History train(int stages, boolean keep, boolean flip, Progress progress) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder(stages).build(manager);
                ImageLoader loader = new ImageLoader(32); Sgd sgd = new Sgd(1e-4f, 0.9f)) {
            Inputs inputs = !keep ? loader : stages == 0 ? PooledWindows.of(model, IMAGES, FLIPPED, loader, cache, progress)
                    : assertInstanceOf(KeptStages.class, KeptStages.of(model, IMAGES, FLIPPED, loader, cache, progress));
            return new Trainer(model, new TripletLoss(MARGIN), sgd, flip ? new RandomViews(inputs, true, false, 5) : inputs).batch(4).seed(3).fit(SPLIT, 1, Progress.silent());
        }
    }

    private static FaceEmbedderBuilder builder(int stages) {
        return FaceEmbedder.builder().stages(stages).seed(3);
    }

    @Test
    void whatIsNotKeptIsSaid() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder(0).build(manager); ImageLoader loader = new ImageLoader(32)) {
            Path image = IMAGES.iterator().next();
            Inputs whole = PooledWindows.of(model, List.of(image), loader, cache, Progress.silent());
            refused("Nothing was computed of a mirrored view of " + image, whole, View.whole(image).mirror(), manager);
            Inputs both = PooledWindows.of(model, List.of(image), List.of(image), loader, cache, Progress.silent());
            refused("Nothing was computed of a cropped view of " + image, both, new View(image, false, new Crop(0.9, 0, 0)), manager);
            assertFalse(new RandomViews(both, true, false, 1).needsBackbone(), "nor where views are drawn");
        }
    }

    private static void refused(String start, Inputs inputs, View view, NDManager manager) {
        try (Inputs.Feed feed = inputs.views(List.of(List.of(view)))) {
            String message = assertThrows(FacetException.class, () -> feed.next(manager)).getMessage();
            assertEquals(start + ": only of what was given. Take an ImageLoader as the input.", message);
        }
    }

    /** Kept views are those of mirrored pixels, number by number. */
    @Test
    void aMirroredViewIsComputedOfMirroredPixels() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = builder(0).build(manager); ImageLoader loader = new ImageLoader(32)) {
            List<View> views = IMAGES.stream().limit(3).map(View::whole).map(View::mirror).toList();
            Inputs kept = PooledWindows.of(model, IMAGES, IMAGES, loader, cache, Progress.silent());
            try (Inputs.Feed windows = kept.views(List.of(views)); Inputs.Feed images = loader.views(List.of(views))) {
                float[] expected = model.windows(new ParameterStore(manager, false), images.next(manager)).toFloatArray();
                assertTrue(RelativeError.of(expected, windows.next(manager).toFloatArray()) < 1e-5);
            }
        }
    }
}
