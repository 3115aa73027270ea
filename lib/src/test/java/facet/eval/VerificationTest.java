package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerificationTest {

    @Test
    void aThresholdThatPartsThemMakesNoError() {
        Verification pairs = new Verification(List.of(1.0, 2.0, 3.0), List.of(5.0, 6.0));
        assertEquals(4, pairs.threshold());
        assertEquals(0, pairs.error(4));
        assertEquals(1, pairs.falseRejects(3));
        assertEquals(1, pairs.falseAccepts(5.5));
        assertEquals(0.25, pairs.error(5.5));
    }

    /** Below the threshold means accepted; at it, not. */
    @Test
    void aDistanceAtTheThresholdIsNotAccepted() {
        Verification pairs = new Verification(List.of(1.0, 2.0), List.of(2.0, 3.0));
        assertEquals(0, pairs.falseAccepts(2));
        assertEquals(1, pairs.falseRejects(2));
    }

    /** At 1.5 a pair of one person is rejected, at 3.5 a pair of two is accepted: an error of a quarter each. */
    @Test
    void ofTwoThresholdsWithTheLeastErrorTheLowestIsTaken() {
        Verification pairs = new Verification(List.of(1.0, 3.0), List.of(2.0, 4.0));
        assertEquals(pairs.error(1.5), pairs.error(3.5));
        assertEquals(1.5, pairs.threshold());
    }

    @Test
    void noThresholdIsBetterThanTheChosenOne() {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            List<TripletDistances> triplets = IntStream.range(0, 12)
                    .mapToObj(i -> new TripletDistances("g" + i, "ordinary", 1 + random.nextDouble(), 1.4 + random.nextDouble())).toList();
            Verification pairs = Verification.of(triplets);
            double least = pairs.error(pairs.threshold());
            for (double t = 0; t < 3; t += 0.001) {
                double threshold = t;
                long wrong = triplets.stream().filter(g -> g.anchorPositive() >= threshold).count() + triplets.stream().filter(g -> g.anchorNegative() < threshold).count();
                assertEquals(wrong / 24.0, pairs.error(t), 1e-12);
                assertTrue(least <= pairs.error(t), "at " + t);
            }
        }
    }

    @Test
    void onePersonsPairsAloneTellNothing() {
        String message = assertThrows(IllegalArgumentException.class, () -> new Verification(List.of(1.0), List.of())).getMessage();
        assertEquals("Verification needs pairs of one person and pairs of two.", message);
    }

    /** Of three pairs of one person one is rejected, of four pairs of two people one is accepted. */
    @Test
    void eachRateHasWilsonsIntervalOfItsOwnPairs() {
        Verification pairs = new Verification(List.of(1.0, 2.0, 7.0), List.of(5.0, 6.0, 3.0, 8.0));
        assertEquals(Statistics.wilson(1, 4), pairs.falseAcceptInterval(4));
        assertEquals(Statistics.wilson(1, 3), pairs.falseRejectInterval(4));
        assertEquals(Statistics.wilson(2, 3), pairs.falseRejectInterval(2));
    }
}
