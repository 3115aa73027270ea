package facet.eval.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatchesTest {

    /** 10 pixels in tiles of 4: patches of 6 would begin at -1, 3, 7; the first and the last are moved inwards. */
    @Test
    void aPatchIsGreyAndWholeAndTheRestStays() {
        Patches patches = new Patches(10, 6, 4);
        int[] starts = {0, 3, 4};
        byte[] pixels = new byte[300];
        new Random(1).nextBytes(pixels);
        byte[] before = pixels.clone();
        assertEquals(9, patches.grid().places());
        for (int tile = 0; tile < 9; tile++) {
            byte[] covered = patches.cover(pixels, tile);
            for (int i = 0; i < 300; i++) {
                int x = i / 3 % 10 - starts[tile % 3];
                int y = i / 30 - starts[tile / 3];
                assertEquals(x >= 0 && x < 6 && y >= 0 && y < 6 ? (byte) 128 : pixels[i], covered[i], "tile " + tile + ", byte " + i);
            }
        }
        assertEquals(0, Arrays.compare(before, pixels), "a copy");
    }

    @Test
    void aMapIsAveragedUnderEachPatch() {
        Patches patches = new Patches(10, 6, 4);
        int[] starts = {0, 3, 4};
        PlaceMap map = new PlaceMap(PlaceGrid.ofMap(10, 2, 8), new double[] {1, 20, 300, 4000});
        PlaceMap means = patches.means(map);
        for (int tile = 0; tile < 9; tile++) {
            double sum = 0;
            for (int y = starts[tile / 3]; y < starts[tile / 3] + 6; y++) {
                for (int x = starts[tile % 3]; x < starts[tile % 3] + 6; x++) {
                    sum += y < 4 ? x < 4 ? 1 : 20 : x < 4 ? 300 : 4000;
                }
            }
            assertEquals(sum / 36, means.values()[tile], 1e-9);
        }
    }

    @Test
    void patchesBeyondTheImageAreRefused() {
        String message = assertThrows(FacetException.class, () -> new Patches(10, 11, 4)).getMessage();
        assertEquals("A patch of 11 pixels every 4 pixels does not fit an image of 10 pixels: both go from 1 to 10.", message);
        assertThrows(FacetException.class, () -> new Patches(10, 5, 0));
        assertThrows(FacetException.class, () -> new Patches(10, 0, 4));
        assertThrows(FacetException.class, () -> new Patches(10, 5, 11));
    }

    @Test
    void standardPatchesAreSixtyFour() {
        for (int size : new int[] {64, 112, 224}) {
            assertEquals(64, Patches.standard(size).grid().places());
        }
    }
}
