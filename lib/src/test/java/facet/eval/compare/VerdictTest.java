package facet.eval.compare;

import static facet.eval.compare.Verdict.FIRST;
import static facet.eval.compare.Verdict.INCONCLUSIVE;
import static facet.eval.compare.Verdict.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.Interval;
import org.junit.jupiter.api.Test;

/** The rules by which one side is called better, at their boundaries. */
class VerdictTest {

    @Test
    void aTestIsSignificantBelowFiveInAHundred() {
        assertEquals(FIRST, Verdict.ofTest(Math.nextDown(0.05), 0.1));
        assertEquals(SECOND, Verdict.ofTest(Math.nextDown(0.05), -0.1));
        assertEquals(INCONCLUSIVE, Verdict.ofTest(0.05, 0.1));
        assertEquals(INCONCLUSIVE, Verdict.ofTest(0.055, -0.1));
    }

    @Test
    void anIntervalThatTouchesZeroIsInconclusive() {
        assertEquals(FIRST, Verdict.ofInterval(new Interval(Double.MIN_VALUE, 0.2), 0.1));
        assertEquals(SECOND, Verdict.ofInterval(new Interval(-0.2, -Double.MIN_VALUE), -0.1));
        assertEquals(INCONCLUSIVE, Verdict.ofInterval(new Interval(0, 0.2), 0.1));
        assertEquals(INCONCLUSIVE, Verdict.ofInterval(new Interval(-0.2, 0), -0.1));
    }

    @Test
    void sixTripletsHaveToDiffer() {
        Interval clear = new Interval(0.1, 0.3);
        assertEquals(INCONCLUSIVE, Verdict.ofTriplets(clear, 0.2, 5));
        assertEquals(FIRST, Verdict.ofTriplets(clear, 0.2, 6));
        assertEquals(SECOND, Verdict.ofTriplets(clear, -0.2, 6), "a higher loss");
        assertEquals(INCONCLUSIVE, Verdict.ofTriplets(new Interval(-0.1, 0.3), 0.1, 170));
    }

    @Test
    void theBetterSideIsNamed() {
        assertEquals("P2", FIRST.text("P2", "NONE"));
        assertEquals("NONE", SECOND.text("P2", "NONE"));
        assertEquals("inconclusive", INCONCLUSIVE.text("P2", "NONE"));
    }
}
