package facet.eval.places;

/**
 * How square places lie on a square image, side x side of them.
 *
 * @param size of the image's side, in pixels
 * @param side how many places stand in a row
 * @param stride from one place to the next, in pixels
 * @param offset how far the first place reaches beyond the image's left and upper edge, in pixels
 */
public record PlaceGrid(int size, int side, int stride, int offset) {

    /**
     * Makes the grid of a map's places. Each convolution with a stride is padded so that its place i sees most of input 2i: place i of a map is centred on pixel i * stride, and
     * half of the first one lies outside of the image.
     */
    public static PlaceGrid ofMap(int size, int side, int stride) {
        return new PlaceGrid(size, side, stride, stride / 2);
    }

    /** Makes tiles that cover the image from its upper left corner on; the last ones may reach beyond it. */
    public static PlaceGrid ofTiles(int size, int stride) {
        return new PlaceGrid(size, (size + stride - 1) / stride, stride, 0);
    }

    /** @return how many places there are */
    public int places() {
        return side * side;
    }

    /** @return the number of the place that a pixel belongs to, row by row from 0; beyond the last one it belongs to that */
    public int place(int x, int y) {
        return along(y) * side + along(x);
    }

    /** @return the pixel in the middle of a place, counted along an axis; the image's last one for a tile whose middle lies beyond it */
    public int middle(int place) {
        return Math.min(size - 1, place * stride - offset + stride / 2);
    }

    private int along(int pixel) {
        return Math.min(side - 1, (pixel + offset) / stride);
    }
}
