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

    @Test
    void runsWithoutHealthAreRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> DiagnosisChart.of("None").run("recorded", List.of()).image());
        assertEquals("None of the runs has kept health.csv. Train one anew: it is then written.", refused.getMessage());
    }
}
