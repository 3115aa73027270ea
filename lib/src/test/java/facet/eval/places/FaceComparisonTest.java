package facet.eval.places;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.data.Triplet;
import facet.data.image.ImageLoader;
import facet.eval.EuclideanDistance;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceComparisonTest {

    @TempDir
    Path folder;

    /** 25 patches are more than a batch. */
    @Test
    void anOcclusionMapIsTheLossOfDistanceOfImagesWithAPatch() {
        Path a = Fixed.face("g0001");
        Path b = Fixed.face("g0002");
        List<Long> told = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(40); FaceEmbedder model = Fixed.network(manager, Level.P5, true)) {
            FaceComparison compared = FaceComparison.of(model, a, b, loader, new Patches(40, 8, 8), (task, done, total, detail) -> told.add(done));
            float[] other = Fixed.embed(model, b, loader);
            double distance = EuclideanDistance.between(Fixed.embed(model, a, loader), other);
            for (int tile = 0; tile < 25; tile++) {
                Path covered = Fixed.covered(a, loader, 8 * (tile % 5), 8 * (tile / 5), 8, folder.resolve("covered.png"));
                try (ImageLoader fresh = new ImageLoader(40)) { // the other one remembers a file by its name
                    assertEquals(distance - EuclideanDistance.between(Fixed.embed(model, covered, fresh), other), compared.occlusion().values()[tile], 1e-4 * distance);
                }
            }
        }
        assertEquals(List.of(0L, 16L, 26L), told);
    }

    @Test
    void ranksAreComparedUnderThePatches() {
        PlaceGrid grid = PlaceGrid.ofTiles(4, 2);
        PlaceMap first = new PlaceMap(grid, new double[] {1, 2, 3, 4});
        PlaceMap none = new PlaceMap(grid, new double[4]);
        assertEquals(1, comparison(first, 10, 20, 300, 4000), 1e-12);
        assertEquals(-1, comparison(first, 4, 3, 2, -1), 1e-12);
        assertEquals(0.8, comparison(first, 10, 30, 20, 40), 1e-12, "1 - 6 * 2 / (4 * 15)");
        assertTrue(Double.isNaN(comparison(none, 1, 2, 3, 4)));
    }

    private static double comparison(PlaceMap first, double... occlusion) {
        return new FaceComparison(Path.of("a"), Path.of("b"), new PairPlaces(first.times(-1), first, first.times(-1)), new Patches(4, 2, 2),
                new PlaceMap(first.grid(), occlusion)).rankCorrelation();
    }

    @Test
    void aDecisionIsTheDifferenceOfTheDistances() {
        Path a = Fixed.face("g0001");
        Path b = Fixed.face("g0002");
        Path c = Fixed.face("g0003");
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(64); FaceEmbedder model = Fixed.network(manager, Level.P4, true)) {
            TripletPlaces places = TripletPlaces.of(model, new Triplet("t", "lookalike", a, b, c), loader, new Patches(64, 32, 32), Progress.silent());
            float[] anchor = Fixed.embed(model, a, loader);
            double near = EuclideanDistance.between(anchor, Fixed.embed(model, b, loader));
            double far = EuclideanDistance.between(anchor, Fixed.embed(model, c, loader));
            assertEquals(far - near, places.decision().sum(), 1e-5 * far);
            assertEquals(near, places.positive().contributions().distance(), 1e-5 * near);
            assertEquals("P4", places.level());
        }
    }

    /** A = N: nothing is divided by the distance 0. */
    @Test
    void anAnchorThatIsItsOwnNegativeContributesZeros() {
        Path a = Fixed.face("g0001");
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(64); FaceEmbedder model = Fixed.network(manager, Level.P5, true)) {
            TripletPlaces places = TripletPlaces.of(model, new Triplet("t", "twin", a, a, a), loader, new Patches(64, 32, 32), Progress.silent());
            assertArrayEquals(new double[4], places.negative().contributions().first().values());
            assertArrayEquals(new double[4], places.decision().values());
            for (double loss : places.negative().occlusion().values()) {
                assertTrue(loss < 0, "a covered face is away from itself");
            }
        }
    }

    @Test
    void patchesForAnotherSizeAreRefused() {
        Path a = Fixed.face("g0001");
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(64); FaceEmbedder model = Fixed.network(manager, Level.P5, true)) {
            String message = assertThrows(FacetException.class,
                    () -> CoveredFace.of(model, a, loader, new Patches(40, 8, 8), Progress.silent())).getMessage();
            assertEquals("The patches are for images of 40 pixels, the network's images have 64. Make patches for those.", message);
        }
    }
}
