package facet.data.image;

import facet.io.FacetException;
import java.nio.file.Path;

/** The largest image that can be read, and the sentence about a larger one: nothing is wrong with it. */
final class ImageLimits {

    /** The longest side in pixels: libjpeg's limit, taken for every format. */
    static final int SIDE = 65_500;

    /** The most pixels: a Java array holds 2^31 samples, and a pixel has up to four. */
    static final int PIXELS = Integer.MAX_VALUE / 4;

    /** The largest file in bytes: what a Java array holds. */
    static final long FILE = Integer.MAX_VALUE - 8;

    private static final int SAMPLES = 3; // of a decoded pixel, a byte each
    private static final int MB = 1 << 20;
    private static final int MILLION = 1_000_000;

    private ImageLimits() { }

    /** Throws a FacetException where the file is too large for Java to read. */
    static void check(Path file, long bytes) {
        if (bytes > FILE) {
            throw new FacetException(file + ": the file has " + bytes / MB + " MB, and the limit is " + FILE / MB + " MB. Make the image smaller.");
        }
    }

    /**
     * Throws a FacetException where an image has too many pixels, or more than the memory holds.
     *
     * @param memory bytes that Java may use
     */
    static void check(Path file, int width, int height, long memory) {
        String image = file + ": the image is " + width + " x " + height + " pixels, ";
        if (Math.max(width, height) > SIDE) {
            throw new FacetException(image + "and the limit is " + SIDE + " for a side. Make the image smaller.");
        }
        long pixels = (long) width * height;
        if (pixels > PIXELS) {
            throw new FacetException(image + "and the limit is " + PIXELS / MILLION + " million in all. Make the image smaller.");
        }
        long bytes = pixels * SAMPLES;
        if (bytes > memory) {
            throw new FacetException(image + "which take " + bytes / MB + " MB; Java may use " + memory / MB
                    + " MB. Make the image smaller, or " + moreMemory(4 * bytes));
        }
    }

    /** @return what is thrown where memory ran out while an image was read */
    static FacetException outOfMemory(Path file, OutOfMemoryError error) {
        long memory = Runtime.getRuntime().maxMemory();
        return new FacetException(file + ": Java's memory ran out while the image was read; it may use " + memory / MB
                + " MB. Make the image smaller, or " + moreMemory(2 * memory), error);
    }

    /** @return the end of a sentence that says how Java is given so many bytes, rounded up */
    static String moreMemory(long bytes) {
        return "give Java more memory: FACET_JAVA_OPTS=-Xmx" + (1 + (bytes >> 30)) + "g.";
    }
}
