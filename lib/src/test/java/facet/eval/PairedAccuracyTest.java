package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedAccuracyTest {

    @Test
    void countsGroupByGroupWhateverTheirOrder() {
        List<TripletDistances> first = groups(true, true, true, false, false);
        List<TripletDistances> second = new ArrayList<>(groups(true, false, false, true, false));
        Collections.reverse(second);
        assertEquals(new PairedAccuracy("s", 1, 2, 1, 1), PairedAccuracy.of("s", first, second));
    }

    @Test
    void refusesOtherGroups() {
        assertThrows(IllegalArgumentException.class, () -> PairedAccuracy.of("s", groups(true, true), groups(true)));
        assertThrows(IllegalArgumentException.class, () -> PairedAccuracy.of("s", List.of(), groups(true)));
        List<TripletDistances> twice = Collections.nCopies(2, groups(true).get(0));
        assertThrows(IllegalArgumentException.class, () -> PairedAccuracy.of("s", twice, groups(true, true)));
        assertThrows(IllegalArgumentException.class, () -> PairedAccuracy.of("s", groups(true, true), twice));
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
                assertEquals(tails, new PairedAccuracy("s", 5, k, n - k, 0).pValue(), 1e-9, n + " choose " + k);
            }
        }
        assertEquals(1, new PairedAccuracy("s", 3, 0, 0, 4).pValue());
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 0; i < k; i++) {
            result = result * (n - i) / (i + 1);
        }
        return Math.rint(result);
    }

    private static List<TripletDistances> groups(boolean... correct) {
        List<TripletDistances> groups = new ArrayList<>();
        for (int i = 0; i < correct.length; i++) {
            groups.add(new TripletDistances("g" + i, "ordinary", correct[i] ? 1 : 3, 2));
        }
        return groups;
    }

    /** Both, only the first, only the second, neither. */
    @Test
    void theSecondAloneIsCorrectOnOneOfFourTriplets() {
        TripletDistances correct = new TripletDistances("a", "ordinary", 1, 2);
        TripletDistances wrong = new TripletDistances("a", "ordinary", 2, 1);
        assertFalse(new GroupPair(correct, correct).onlySecondCorrect());
        assertFalse(new GroupPair(correct, wrong).onlySecondCorrect());
        assertTrue(new GroupPair(wrong, correct).onlySecondCorrect());
        assertFalse(new GroupPair(wrong, wrong).onlySecondCorrect());
    }
}
