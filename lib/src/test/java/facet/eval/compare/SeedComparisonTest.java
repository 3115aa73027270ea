package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedComparisonTest {

    @Test
    void seedsAreSummedUp() {
        SeedComparison found = new SeedComparison("s", 20, List.of(0.3, -0.1, 0.0, 0.2));
        assertEquals(4, found.seeds());
        assertEquals(0.1, found.mean(), 1e-12);
        assertEquals(-0.1, found.lowest());
        assertEquals(0.3, found.highest());
        assertEquals(List.of(2, 1), List.of(found.forFirst(), found.forSecond()), "a seed without a difference is for neither");
        assertEquals(Statistics.mean(0.3, -0.1, 0, 0.2), found.interval());
        assertEquals(Verdict.INCONCLUSIVE, found.verdict());
    }

    @Test
    void seedsThatAgreeHaveAVerdict() {
        assertEquals(Verdict.FIRST, new SeedComparison("s", 20, List.of(0.3, 0.29, 0.31)).verdict());
        assertEquals(Verdict.SECOND, new SeedComparison("s", 20, List.of(-0.3, -0.29, -0.31)).verdict());
    }

    @Test
    void oneSeedHasNoInterval() {
        assertEquals("An interval of a mean needs two values or more, not 1.",
                assertThrows(IllegalArgumentException.class, () -> new SeedComparison("s", 20, List.of(0.1)).interval()).getMessage());
    }
}
