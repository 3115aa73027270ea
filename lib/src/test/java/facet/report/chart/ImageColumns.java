package facet.report.chart;

import java.awt.image.BufferedImage;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Where a chart's columns show a colour. */
final class ImageColumns {

    private ImageColumns() { }

    /** @return the first and the last column that show a colour of some sort, in a strip of the image */
    static double[] ends(BufferedImage image, int top, int bottom, IntPredicate sort) {
        int[] found = IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(top, bottom).anyMatch(y -> sort.test(image.getRGB(x, y)))).toArray();
        return new double[] {found[0], found[found.length - 1]};
    }
}
