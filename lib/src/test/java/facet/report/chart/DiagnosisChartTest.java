package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.train.diagnosis.EpochHealth;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosisChartTest {

    private static final List<EpochHealth> HEALTHY = IntStream.rangeClosed(0, 6).mapToObj(i -> new EpochHealth(i, 0.5 / (i + 1), 10, 12 + i, 30 + i, 8.0 / (i + 1))).toList();

    @Test
    void drawsALineForEachRun() {
        BufferedImage image = DiagnosisChart.of("Two runs").run("one", HEALTHY).run("other", HEALTHY.subList(0, 3)).image();
        ChartImages.drawn(image, 880, 40 + 2 * 300 + 30, 2);
    }

    /** A norm that grows tenfold in each epoch is a straight line; an infinite one ends it, and a gradient of 0 is a gap. */
    @Test
    void growthWithoutBoundIsAStraightLine() {
        List<EpochHealth> exploded = IntStream.rangeClosed(0, 8).mapToObj(i -> new EpochHealth(i, 1, Math.pow(10, i), i < 8 ? Math.pow(10, i) : Double.POSITIVE_INFINITY,
                Math.pow(10, i), i == 4 ? 0 : Math.pow(10, i))).toList();
        BufferedImage image = DiagnosisChart.of("Explosion").run("lr 1", exploded).image();
        int blue = Palette.LINES.get(0).getRGB();
        int[] columns = {140, 240, 340};
        double[] heights = IntStream.of(columns).mapToDouble(x -> IntStream.range(370, 590).filter(y -> image.getRGB(x, y) == blue).average().orElseThrow()).toArray();
        assertEquals(heights[0] - heights[1], heights[1] - heights[2], 3);
        assertTrue(heights[0] > heights[1] + 20);
    }

    /** A collapse by the factor of several hundred: no axis without two numbers, whose ticks are grid lines, and no logarithm that is said as if it were a norm. */
    @Test
    void eachLogarithmicAxisHasTwoNumbersAndIsSaidInValues() {
        List<EpochHealth> collapsed = IntStream.rangeClosed(0, 3).mapToObj(i -> new EpochHealth(i, 1, 12 * Math.pow(8, -i), 14.9 * Math.pow(8, -i), 29.7 * Math.pow(8, -i),
                17.5 * Math.pow(5, -i))).toList();
        Figure figure = DiagnosisChart.of("Collapse").run("this run", collapsed).figure();
        BufferedImage image = figure.image();
        for (int[] panel : new int[][] {{440, 40}, {0, 340}, {440, 340}}) {
            long lines = IntStream.range(panel[1] + 30, panel[1] + 250).filter(y -> IntStream.range(panel[0] + 80, panel[0] + 420).filter(x -> grid(image.getRGB(x, y))).count() > 60).count();
            assertTrue(lines >= 2, panel[0] + ", " + panel[1] + ": " + lines + " grid lines");
        }
        assertTrue(figure.text().contains("mean Euclidean norm (logarithmic) by epoch. this run: 29.7 at 0, 0.058 at 3."), figure.text());
    }

    private static boolean grid(int rgb) {
        int red = rgb >> 16 & 0xFF;
        return red == (rgb & 0xFF) && red > 200 && red < 245;
    }

    @Test
    void runsWithoutHealthAreRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> DiagnosisChart.of("None").run("recorded", List.of()).image());
        assertEquals("None of the runs has kept health.csv. Train one anew: it is then written.", refused.getMessage());
    }
}
