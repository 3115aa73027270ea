package facet.cli;

import facet.data.FacetException;

/** What --size may be. A picture is size * size * 3 numbers, and a batch of them has to fit the memory. */
final class ImageSize {

    private static final int LEAST = 32;
    private static final int MOST = 2048;

    private ImageSize() { }

    /**
     * Passes a size on.
     *
     * @throws FacetException where it is too small for the network or too large for any machine
     */
    static int check(int pixels) {
        if (pixels < LEAST || pixels > MOST) {
            throw new FacetException("--size is " + pixels + "; it has to be from " + LEAST + " to " + MOST + " pixels.");
        }
        return pixels;
    }
}
