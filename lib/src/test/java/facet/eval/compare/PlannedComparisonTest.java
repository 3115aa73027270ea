package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.Statistics;
import facet.eval.compare.PlannedComparison.Contrast;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedComparisonTest {

    private static List<SeedScores> runs(double... means) {
        return List.of(new SeedScores(1, Map.of("a", means[0])), new SeedScores(2, Map.of("b", means[1])), new SeedScores(3, Map.of("c", means[2])));
    }

    private static final Map<String, List<SeedScores>> NETWORKS = Map.of("P2", runs(0.8, 0.82, 0.81), "P5", runs(0.6, 0.61, 0.63), "none", runs(0.79, 0.8, 0.82));

    @Test
    void eachContrastIsJudgedByItsAdjustedP() {
        List<PlannedComparison> found = PlannedComparison.of(NETWORKS, List.of(new Contrast("P2", "none"), new Contrast("P2", "P5")), Plan.PYRAMID);
        assertEquals(List.of("equivalent within 5 points", "P2 better"), found.stream().map(each -> each.verdict().text(each.first(), each.second())).toList());
        assertEquals(2 * found.get(1).unpaired().pValue(), found.get(1).adjusted(), 1e-15, "the smaller one counts twice");
        assertEquals(found.get(0).unpaired().pValue(), found.get(0).adjusted(), 1e-15);
        assertEquals(Statistics.mean(0.01, 0.02, -0.01).low(), found.get(0).paired().low(), 1e-12);
    }

    @Test
    void networksHaveTheSameSeeds() {
        Map<String, List<SeedScores>> other = Map.of("P2", runs(0.8, 0.8, 0.9), "P5", List.of(new SeedScores(1, Map.of("a", 1.0)), new SeedScores(4, Map.of("a", 0.9))));
        assertEquals("P2 and P5 do not have the same seeds. Train those that are missing.",
                assertThrows(IllegalArgumentException.class, () -> PlannedComparison.of(other, List.of(new Contrast("P2", "P5")), Plan.PYRAMID)).getMessage());
        assertEquals("There are no runs of P3; there are those of P2.",
                assertThrows(IllegalArgumentException.class, () -> PlannedComparison.of(Map.of("P2", runs(1, 1, 1)), List.of(new Contrast("P2", "P3")), Plan.PYRAMID)).getMessage());
    }
}
