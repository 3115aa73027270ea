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

    @Test
    void aCurveHasOneYForEachX() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> CurveChart.of("").x("x", 0, 1).y("y", 1).image());
        assertEquals("A curve needs one y for each x, but there are 2 x and 1 y.", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> CurveChart.of("").image());
    }
}
