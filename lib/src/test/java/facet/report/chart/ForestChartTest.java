package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Interval;
import facet.eval.compare.ArmComparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestChartTest {

    private static ArmComparison arm(String name, double difference) {
        return new ArmComparison(name, 0.8, difference, new Interval(difference - 0.01, difference + 0.02), 0.2);
    }

    @Test
    void eachArmHasARow() {
        Figure two = ForestChart.of("Arms", "default", List.of(arm("flip", 0.01), arm("crop", -0.02))).figure();
        ChartImages.drawn(two.image(), Figure.WIDTH, 158, 1);
        assertEquals("Chart: Arms. accuracy less that of default, with 95 % interval. flip: 0.01 (0 to 0.03); crop: -0.02 (-0.03 to 0).", two.text());
        assertTrue(ChartImages.differ(two.image(), ForestChart.of("Arms", "default", List.of(arm("flip", -0.02), arm("crop", 0.01))).image()), "the first arm is the upper one");
        assertEquals("There is no comparison to show. Were the runs trained?",
                assertThrows(IllegalArgumentException.class, () -> ForestChart.of("Arms", "default", List.of()).image()).getMessage());
    }

    /** All of them 0: there is an axis still. */
    @Test
    void armsThatChangeNothingCanBeDrawn() {
        ChartImages.drawn(ForestChart.of("Arms", "default", List.of(new ArmComparison("decay", 0.8, 0, new Interval(0, 0), 1))).image(), Figure.WIDTH, 134, 1);
    }
}
