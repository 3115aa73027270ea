package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Verification;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdChartTest {

    private static final Verification PAIRS = new Verification(List.of(1.0, 2.0, 7.0), List.of(5.0, 6.0, 3.0, 8.0));

    @Test
    void theChosenThresholdIsMarked() {
        BufferedImage plain = ThresholdChart.of("t").pairs(PAIRS).image();
        ChartImages.drawn(plain, Figure.WIDTH, 360, 2);
        assertTrue(ChartImages.differ(plain, ThresholdChart.of("t").pairs(PAIRS).chosen(4).image()));
    }

    @Test
    void aChartNeedsPairs() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> ThresholdChart.of("t").image());
        assertEquals("There are no pairs to show: set them with pairs(...).", refused.getMessage());
    }
}
