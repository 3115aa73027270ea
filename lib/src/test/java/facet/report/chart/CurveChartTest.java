package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveChartTest {

    @Test
    void theEndsOfACurveAreNotCutOff() {
        BufferedImage image = CurveChart.of("").x("x", 0, 1).y("y", 0, 1).image();
        int blue = Palette.LINES.get(0).getRGB();
        double[] ends = ImageColumns.ends(image, 0, 290, color -> color == blue);
        for (double end : ends) {
            long filled = IntStream.range(0, 290).filter(y -> image.getRGB((int) end, y) == blue).count();
            assertTrue(filled < XyPlot.MARKER - 2, "half a marker is as high as it is wide: " + filled);
        }
    }

    /** Steps are counted, "1.0" would be a measure: without its dot and digit a number below the axis is about half as wide. */
    @Test
    void wholeNumbersHaveNoDecimals() {
        double[] whole = {1, 2, 3, 4};
        assertTrue(ink(CurveChart.of("").x("x", whole).y("y", whole).image()) < 0.7 * ink(CurveChart.of("").x("x", 1, 2, 3, 4.0001).y("y", whole).image()));
    }

    /** How many dark pixels the numbers below the x axis have. */
    private static long ink(BufferedImage image) {
        return IntStream.range(297, 315).mapToLong(y -> IntStream.range(40, 560).filter(x -> (image.getRGB(x, y) >> 16 & 0xFF) < 110).count()).sum();
    }

    @Test
    void aCurveHasOneYForEachX() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> CurveChart.of("").x("x", 0, 1).y("y", 1).image());
        assertEquals("A curve needs one y for each x, but there are 2 x and 1 y.", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> CurveChart.of("").image());
    }
}
