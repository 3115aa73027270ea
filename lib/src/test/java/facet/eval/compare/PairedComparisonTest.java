package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Statistics;
import facet.eval.TripletDistances;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

    @Test
    void countsTripletByTripletWhateverTheirOrder() {
        List<TripletDistances> first = triplets(true, true, true, false, false);
        List<TripletDistances> second = new ArrayList<>(triplets(true, false, false, true, false));
        Collections.reverse(second);
        assertEquals(new PairedComparison("s", 1, 2, 1, 1), PairedComparison.of("s", first, second));
    }

    @Test
    void refusesOtherTriplets() {
        List<TripletDistances> twice = Collections.nCopies(2, triplets(true).get(0));
        refused(triplets(true, true), triplets(true));
        refused(List.of(), triplets(true));
        refused(twice, triplets(true, true));
        refused(triplets(true, true), twice);
    }

    private static void refused(List<TripletDistances> first, List<TripletDistances> second) {
        assertEquals("The two were not measured on the same triplets of s. Compare runs of one split.",
                assertThrows(IllegalArgumentException.class, () -> PairedComparison.of("s", first, second)).getMessage());
    }

    @Test
    void pValueIsTheTwoTailsOfAFairCoin() {
        for (int n = 1; n <= 12; n++) {
            for (int k = 0; k <= n; k++) {
                double tails = 0;
                for (int i = 0; i <= n; i++) {
                    if (choose(n, i) <= choose(n, k)) {
                        tails += choose(n, i) / Math.pow(2, n);
                    }
                }
                assertEquals(tails, new PairedComparison("s", 5, k, n - k, 0).pValue(), 1e-9, n + " choose " + k);
            }
        }
        assertEquals(1, new PairedComparison("s", 3, 0, 0, 4).pValue());
    }

    /** The exact test is the stricter one, so that its verdict never contradicts an interval that holds 0. */
    @Test
    void whereTheTestTellsTheIntervalLeavesOutZero() {
        for (int n : new int[] {5, 10, 46, 170}) {
            for (int a = 0; a <= n; a++) {
                for (int b = 0; a + b <= n; b++) {
                    PairedComparison pair = new PairedComparison("s", n - a - b, a, b, 0);
                    assertTrue(pair.pValue() >= Statistics.SIGNIFICANCE || !pair.interval().contains(0), a + " and " + b + " of " + n);
                }
            }
        }
    }

    /** Of 14 triplets that differ, 3 against 11 have p = 0.057; of 12, 2 against 10 have 0.039. */
    @Test
    void theVerdictIsThatOfTheTest() {
        assertEquals(Verdict.INCONCLUSIVE, new PairedComparison("s", 100, 11, 3, 0).verdict());
        assertEquals(Verdict.FIRST, new PairedComparison("s", 100, 10, 2, 0).verdict());
        assertEquals(Verdict.SECOND, new PairedComparison("s", 100, 2, 10, 0).verdict());
    }

    @Test
    void accuraciesAndTheirDifference() {
        PairedComparison pair = new PairedComparison("s", 4, 3, 1, 2);
        assertEquals(0.7, pair.first());
        assertEquals(0.5, pair.second());
        assertEquals(0.2, pair.difference());
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 0; i < k; i++) {
            result = result * (n - i) / (i + 1);
        }
        return Math.rint(result);
    }

    private static List<TripletDistances> triplets(boolean... correct) {
        return Triplets.of("s", correct).distances("s");
    }
}
