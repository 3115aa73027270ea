package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomViewsTest {

    private static final int MANY = 10_000;
    private static final Path IMAGE = Path.of("face.png");
    private static final RandomViews BOTH = new RandomViews(null, true, true, 42);

    private static double share(IntStream tries, IntPredicate predicate) {
        return tries.filter(predicate).count() / (double) MANY;
    }

    /** Of places, epochs and seeds that are neighbours, each of which must look like a throw of its own: five standard errors. */
    @Test
    void aHalfIsMirroredWhateverIsCounted() {
        double far = 5 * 0.5 / Math.sqrt(MANY);
        assertEquals(0.5, share(IntStream.range(0, MANY), i -> BOTH.view(IMAGE, 1, i).mirrored()), far);
        assertEquals(0.5, share(IntStream.range(0, MANY), i -> BOTH.view(IMAGE, i, 7).mirrored()), far);
        assertEquals(0.5, share(IntStream.range(0, MANY), i -> new RandomViews(null, true, false, i).view(IMAGE, 1, 0).mirrored()), far);
        assertEquals(0.5, share(IntStream.range(0, MANY), i -> BOTH.view(IMAGE, 1, i).mirrored() == BOTH.view(IMAGE, 2, i).mirrored()), far, "epochs have nothing in common");
        assertEquals(0.5, share(IntStream.range(0, MANY), i -> BOTH.view(IMAGE, 1, i).mirrored() == BOTH.view(IMAGE, 1, i + 1).mirrored()), far);
        assertEquals(0.5, share(IntStream.range(0, MANY), i -> BOTH.view(IMAGE, 2, i).mirrored() == BOTH.view(IMAGE, 1, i + 1).mirrored()), far, "nor place and epoch");
    }

    @Test
    void cropsHaveTheirAreasAndPlacesEvenly() {
        double far = 5 * 0.5 / Math.sqrt(MANY);
        List<Crop> crops = IntStream.range(0, MANY).mapToObj(i -> BOTH.view(IMAGE, 3, i).crop()).toList();
        assertTrue(crops.stream().allMatch(crop -> crop.side() >= 0.8 && crop.side() < 1));
        assertEquals(0.5, crops.stream().filter(crop -> crop.side() * crop.side() < 0.82).count() / (double) MANY, far, "half of the areas are below the middle");
        assertEquals(0.5, crops.stream().filter(crop -> crop.x() < 0.5).count() / (double) MANY, far);
        assertEquals(0.5, crops.stream().filter(crop -> crop.y() < 0.5).count() / (double) MANY, far);
        assertEquals(0.5, crops.stream().filter(crop -> crop.x() < crop.y()).count() / (double) MANY, far);
    }

    @Test
    void aViewFollowsFromSeedEpochAndPlaceAlone() {
        assertEquals(BOTH.view(IMAGE, 3, 5), new RandomViews(null, true, true, 42).view(IMAGE, 3, 5));
        assertEquals(BOTH.view(IMAGE, 3, 5).mirrored(), new RandomViews(null, true, false, 42).view(IMAGE, 3, 5).mirrored(), "a crop changes nothing of the flip");
        assertEquals(Crop.WHOLE, new RandomViews(null, true, false, 42).view(IMAGE, 3, 5).crop());
        assertNotEquals(BOTH.view(IMAGE, 3, 5), BOTH.view(IMAGE, 4, 5));
        assertNotEquals(BOTH.view(IMAGE, 3, 5), BOTH.view(IMAGE, 3, 6));
        assertNotEquals(BOTH.view(IMAGE, 3, 5), new RandomViews(null, true, true, 43).view(IMAGE, 3, 5));
        assertNotEquals(BOTH.view(IMAGE, 3, 5), new RandomViews(null, true, true, 43).view(IMAGE, 2, 5), "the next seed is not the next epoch");
    }

    /** Training sees a view of each image, another one in each epoch; measuring sees the images. */
    @Test
    void onlyAnEpochsBatchesAreMirroredAndCropped(@TempDir Path folder) throws IOException {
        List<Path> files = List.of(TestImages.write(folder.resolve("a.png"), TestImages.gradient(9, 9)), TestImages.write(folder.resolve("b.png"), TestImages.gradient(30, 20)));
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(16)) {
            RandomViews views = new RandomViews(loader, true, true, 1);
            List<byte[]> expected = IntStream.range(0, 4).mapToObj(i -> loader.load(views.view(files.get(i % 2), 2, i))).toList();
            try (Inputs.Feed epoch = views.epoch(List.of(files, files), 2); Inputs.Feed measured = views.feed(List.of(files)); Inputs.Feed plain = loader.epoch(List.of(files), 2)) {
                for (List<byte[]> batch : List.of(expected.subList(0, 2), expected.subList(2, 4))) {
                    assertEquals(loader.batch(manager, batch), epoch.next(manager), "in their order, each place with a view of its own");
                }
                var images = loader.batch(manager, files.stream().map(loader::load).toList());
                assertEquals(images, measured.next(manager));
                assertEquals(images, plain.next(manager));
                assertNotEquals(images, loader.batch(manager, expected.subList(0, 2)));
            }
        }
    }
}
