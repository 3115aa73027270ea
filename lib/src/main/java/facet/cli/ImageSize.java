package facet.cli;

import facet.io.FacetException;
import facet.study.Faces;

/** What --size may be. */
public final class ImageSize {

    private ImageSize() { }

    /**
     * Passes a size on.
     *
     * @throws FacetException where it is too small for the network or too large for any machine
     */
    public static int check(int pixels) {
        if (pixels < Faces.LEAST_SIZE || pixels > Faces.MOST_SIZE) {
            throw new FacetException("--size is " + pixels + "; it has to be from " + Faces.LEAST_SIZE + " to " + Faces.MOST_SIZE + " pixels.");
        }
        return pixels;
    }
}
