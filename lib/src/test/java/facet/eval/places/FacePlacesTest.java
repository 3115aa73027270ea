package facet.eval.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import facet.data.image.ImageLoader;
import facet.eval.EuclideanDistance;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacePlacesTest {

    @TempDir
    Path folder;

    /** A patch around the pixel that a place is centred on changes that place most: maps are neither turned nor shifted. */
    @ParameterizedTest
    @CsvSource({"32,32", "64,32", "32,64", "96,32"})
    void aPlaceSeesMostOfWhereItLies(int x, int y) {
        Path face = Fixed.face("g0001");
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(112);
                FaceEmbedder model = Fixed.network(manager, Level.NONE, true)) {
            FacePlaces whole = FacePlaces.of(model, face, loader);
            FacePlaces covered = FacePlaces.of(model, Fixed.covered(face, loader, x - 8, y - 8, 17, folder.resolve("covered.png")), loader);
            int most = 0;
            for (int p = 0; p < whole.vectors().length; p++) {
                most = change(whole, covered, p) > change(whole, covered, most) ? p : most;
            }
            assertEquals(whole.grid().place(x, y), most);
        }
    }

    private static double change(FacePlaces one, FacePlaces other, int place) {
        return EuclideanDistance.between(one.vectors()[place], other.vectors()[place]);
    }

    /** Each pixel belongs to the place whose middle is nearest, of two the later; at the edge to the last one. */
    @Test
    void pixelsBelongToTheNearestPlace() {
        for (PlaceGrid grid : new PlaceGrid[] {PlaceGrid.ofMap(112, 4, 32), PlaceGrid.ofMap(112, 28, 4), PlaceGrid.ofMap(224, 7, 32), PlaceGrid.ofMap(64, 2, 32)}) {
            for (int x = 0; x < grid.size(); x++) {
                int nearest = 0;
                for (int i = 0; i < grid.side(); i++) {
                    nearest = Math.abs(x - i * grid.stride()) <= Math.abs(x - nearest * grid.stride()) ? i : nearest;
                }
                assertEquals(nearest, grid.place(x, 0));
                assertEquals(nearest * grid.side(), grid.place(0, x));
                assertEquals(nearest * grid.stride(), grid.middle(nearest));
            }
        }
    }
}
