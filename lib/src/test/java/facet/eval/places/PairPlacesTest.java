package facet.eval.places;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import facet.data.image.ImageLoader;
import facet.eval.EuclideanDistance;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairPlacesTest {

    /** The distance is that of embeddings which the network makes its usual way, averaged before the pyramid or after it. */
    @ParameterizedTest
    @CsvSource({"P2,true,false", "P2,false,false", "P2,true,true", "P3,true,false", "P5,true,false", "P5,false,false", "P5,false,true", "NONE,true,false"})
    void contributionsAddUpToTheDistance(Level level, boolean poolFirst, boolean normalize) {
        Path a = Fixed.face("g0001");
        Path b = Fixed.face("g0002");
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(64);
                FaceEmbedder model = Fixed.builder(level).poolFirst(poolFirst).normalize(normalize).build(manager)) {
            double distance = EuclideanDistance.between(Fixed.embed(model, a, loader), Fixed.embed(model, b, loader));
            PairPlaces places = PairPlaces.of(FacePlaces.of(model, a, loader), FacePlaces.of(model, b, loader));
            assertEquals(1, places.both().sum() / distance, 1e-5);
            assertEquals(1, places.first().sum() / distance, 1e-5);
            assertEquals(1, places.second().sum() / distance, 1e-5);
            assertEquals(64 / level.stride() * (64 / level.stride()), places.both().values().length);
        }
    }

    @Test
    void eachContributionIsItsFormula() {
        FacePlaces a = Fixed.places(1);
        FacePlaces b = Fixed.places(2);
        double[] meanA = new double[4];
        double[] meanB = new double[4];
        for (int p = 0; p < 9; p++) {
            for (int i = 0; i < 4; i++) {
                meanA[i] += a.vectors()[p][i] / 9.0;
                meanB[i] += b.vectors()[p][i] / 9.0;
            }
        }
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            squares += Math.pow(meanA[i] - meanB[i], 2);
        }
        PairPlaces places = PairPlaces.of(a, b);
        assertEquals(Math.sqrt(squares), places.distance(), 1e-12);
        for (int p = 0; p < 9; p++) {
            double both = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < 4; i++) {
                double u = (meanA[i] - meanB[i]) / Math.sqrt(squares);
                both += (a.vectors()[p][i] - (double) b.vectors()[p][i]) * u / 9;
                first += (a.vectors()[p][i] - meanB[i]) * u / 9;
                second += (meanA[i] - b.vectors()[p][i]) * u / 9;
            }
            assertEquals(both, places.both().values()[p], 1e-12);
            assertEquals(first, places.first().values()[p], 1e-12);
            assertEquals(second, places.second().values()[p], 1e-12);
        }
    }

    @Test
    void aFaceAndItselfDifferNowhere() {
        PairPlaces places = PairPlaces.of(Fixed.places(1), Fixed.places(1));
        assertArrayEquals(new double[9], places.both().values());
        assertArrayEquals(new double[9], places.first().values());
        assertArrayEquals(new double[9], places.second().values());
        assertEquals(0, places.distance());
    }

    @Test
    void facesOfOtherSizesAreRefused() {
        FacePlaces one = Fixed.places(1);
        FacePlaces other = new FacePlaces(PlaceGrid.ofMap(12, 3, 4), one.vectors());
        String message = assertThrows(IllegalArgumentException.class, () -> PairPlaces.of(one, other)).getMessage();
        assertEquals("Two faces are compared by one network and at one size, not PlaceGrid[size=24, side=3, stride=8, offset=4]"
                + " and PlaceGrid[size=12, side=3, stride=4, offset=2].", message);
    }
}
