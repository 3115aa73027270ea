package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.compare.PlannedComparison.Contrast;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookAtHalfTest {

    private static final Map<String, List<SeedScores>> NETWORKS = Map.of("P2", runs(0.80, 0.82, 0.81), "P5", runs(0.60, 0.61, 0.63), "P3", runs(0.50, 0.51, 0.52), "none", runs(0.79, 0.80, 0.82));

    private static List<SeedScores> runs(double... means) {
        return List.of(new SeedScores(1, Map.of("a", means[0])), new SeedScores(2, Map.of("b", means[1])), new SeedScores(3, Map.of("c", means[2])));
    }

    private static LookAtHalf look(double level, String... others) {
        return new LookAtHalf(PlannedComparison.of(NETWORKS, List.of(others).stream().map(other -> new Contrast("P2", other)).toList(), Plan.PYRAMID), level);
    }

    /** One decided comparison of two is not enough. */
    @Test
    void itEndsWhereAllAreDecided() {
        assertEquals("adjusted p = 0.000, 0.000; below 0.005 in all of them: yes. The study ends", look(0.005, "P5", "P3").text());
        LookAtHalf mixed = look(0.005, "P5", "none");
        assertEquals(false, mixed.ends());
        assertEquals("adjusted p = 0.000, %.3f; below 0.005 in all of them: no. The study goes on".formatted(mixed.comparisons().get(1).adjusted()), mixed.text());
    }

    @Test
    void theLevelDecides() {
        double p = look(1, "P5").comparisons().get(0).adjusted();
        assertEquals(false, look(p, "P5").ends(), "below, and not at");
        assertEquals(true, look(Math.nextUp(p), "P5").ends());
    }

    @Test
    void aLookNeedsAComparison() {
        assertEquals("A look needs at least one comparison.", assertThrows(IllegalArgumentException.class, () -> new LookAtHalf(List.of(), 0.005)).getMessage());
    }
}
