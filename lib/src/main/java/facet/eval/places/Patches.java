package facet.eval.places;

import facet.io.FacetException;
import java.util.Arrays;

/**
 * Grey patches, one over the middle of each tile of a square image. At the image's edge a patch is moved inwards, so that all cover equally many pixels.
 *
 * @param size of the image's side, in pixels
 * @param patch the side of a patch, in pixels
 * @param stride from one patch to the next, the side of a tile, in pixels
 */
public record Patches(int size, int patch, int stride) {

    private static final byte GREY = (byte) 128; // next to the mean colour of ImageNet, which the network sees as 0

    public Patches {
        if (patch < 1 || patch > size || stride < 1 || stride > size) {
            throw new FacetException("A patch of " + patch + " pixels every " + stride + " pixels does not fit an image of " + size + " pixels: both go from 1 to " + size + ".");
        }
    }

    /** Makes patches of a quarter of the image's side, every eighth: 64 of them. */
    public static Patches standard(int size) {
        return new Patches(size, Math.max(1, size / 4), Math.max(1, size / 8));
    }

    /** @return the tiles */
    PlaceGrid grid() {
        return PlaceGrid.ofTiles(size, stride);
    }

    /** The first pixel of a patch along an axis, of the tile counted along it. */
    private int start(int tile) {
        return Math.max(0, Math.min(size - patch, tile * stride + Math.floorDiv(stride - patch, 2)));
    }

    /**
     * Covers an image with a patch.
     *
     * @param pixels size * size * 3 bytes, row by row
     * @param tile the number of the patch's tile, row by row from 0
     * @return a copy
     */
    byte[] cover(byte[] pixels, int tile) {
        byte[] covered = pixels.clone();
        int left = start(tile % grid().side());
        int top = start(tile / grid().side());
        for (int y = top; y < top + patch; y++) {
            Arrays.fill(covered, 3 * (y * size + left), 3 * (y * size + left + patch), GREY);
        }
        return covered;
    }

    /** @return for each patch, the mean of a map over the pixels that it covers; throws an IllegalArgumentException where the map is of another image size */
    PlaceMap means(PlaceMap map) {
        if (map.grid().size() != size) {
            throw new IllegalArgumentException("The map is of an image of " + map.grid().size() + " pixels, the patches of one of " + size + ".");
        }
        double[] means = new double[grid().places()];
        for (int tile = 0; tile < means.length; tile++) {
            int left = start(tile % grid().side());
            int top = start(tile / grid().side());
            for (int i = 0; i < patch * patch; i++) {
                means[tile] += map.at(left + i % patch, top + i / patch) / (patch * patch);
            }
        }
        return new PlaceMap(grid(), means);
    }
}
