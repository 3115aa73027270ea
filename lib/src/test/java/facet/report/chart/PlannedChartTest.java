package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.compare.Plan;
import facet.eval.compare.PlannedComparison;
import facet.eval.compare.PlannedComparison.Contrast;
import facet.eval.compare.SeedScores;
import facet.eval.compare.VarianceComponents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedChartTest {

    private static List<PlannedComparison> comparisons(double shift) {
        Map<String, List<SeedScores>> networks = Map.of("P2", runs(0.8 + shift, 0.82, 0.84), "none", runs(0.78, 0.83, 0.8), "P5", runs(0.7, 0.75, 0.72));
        return PlannedComparison.of(networks, List.of(new Contrast("P2", "none"), new Contrast("P2", "P5")), Plan.PYRAMID);
    }

    private static List<SeedScores> runs(double... means) {
        return List.of(new SeedScores(1, Map.of("a", means[0])), new SeedScores(2, Map.of("b", means[1])), new SeedScores(3, Map.of("c", means[2])));
    }

    @Test
    void eachEndpointHasAnIntervalForEachComparison() {
        ChartImages.drawn(PlannedChart.of("Differences").endpoint("similar faces", comparisons(0)).endpoint("ordinary faces", comparisons(0.1)).image(), Figure.WIDTH, 360, 2);
        assertTrue(ChartImages.differ(PlannedChart.of("t").endpoint("a", comparisons(0)).image(), PlannedChart.of("t").endpoint("a", comparisons(0.1)).image()));
        assertEquals("There is no comparison to show. Were the runs trained?",
                assertThrows(IllegalArgumentException.class, () -> PlannedChart.of("t").image()).getMessage());
    }

    @Test
    void powerHasALineForEachNumberOfTriplets() {
        VarianceComponents components = new VarianceComponents(0.0009, 0.14);
        ChartImages.drawn(PowerChart.of("Power", components, 0.05).triplets(11, 101, 340).image(), Figure.WIDTH, 360, 3);
        assertTrue(ChartImages.differ(PowerChart.of("t", components, 0.05).image(), PowerChart.of("t", components, 0.1).image()));
        assertTrue(ChartImages.differ(PowerChart.of("t", components, 0.05).image(), PowerChart.of("t", components, 0.05).runs(10).image()));
    }
}
