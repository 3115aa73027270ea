package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.CrossedMean;
import facet.eval.MeasuredLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CrossedComparisonTest {

    /** Of ten triplets the first side has 9, 8 and 9 correct, the second 1, 1 and 2. */
    private static final List<MeasuredPair> CLEAR = List.of(pair(42, 9, 1, 10), pair(43, 8, 1, 10), pair(44, 9, 2, 10));

    @Test
    void accuraciesAreMeansOverTripletsAndSeeds() {
        CrossedComparison found = CrossedComparison.accuracy(CLEAR, List.of("s"));
        assertEquals(26 / 30.0, found.first(), 1e-12);
        assertEquals(4 / 30.0, found.second(), 1e-12);
        assertEquals(22 / 30.0, found.difference(), 1e-12);
        double[][] differences = new double[10][];
        for (int i = 0; i < 10; i++) {
            differences[i] = new double[] {one(i < 9) - one(i < 1), one(i < 8) - one(i < 1), one(i < 9) - one(i < 2)};
        }
        assertEquals(CrossedMean.paired(differences).interval(), found.interval());
        assertEquals(List.of(42L, 43L, 44L), found.seeds().stream().map(CrossedComparison.Seed::seed).toList());
        double[] bySeed = {0.8, 0.7, 0.7};
        for (int i = 0; i < 3; i++) {
            assertEquals(bySeed[i], found.seeds().get(i).difference(), 1e-12);
        }
        assertEquals(Verdict.FIRST, found.verdict());
    }

    private static double one(boolean correct) {
        return correct ? 1 : 0;
    }

    /** A wrong triplet loses 2, so that the first side, which has more correct ones, has the lower loss. */
    @Test
    void theLowerLossIsBetter() {
        CrossedComparison found = CrossedComparison.loss(CLEAR, List.of("s"), MeasuredLoss.hinge(1));
        assertEquals(-2 * 22 / 30.0, found.difference(), 1e-12);
        assertEquals(Verdict.FIRST, found.verdict());
        List<MeasuredPair> turned = CLEAR.stream().map(pair -> new MeasuredPair(pair.seed(), pair.second(), pair.first())).toList();
        assertEquals(Verdict.SECOND, CrossedComparison.loss(turned, List.of("s"), MeasuredLoss.hinge(1)).verdict());
        assertEquals(Verdict.SECOND, CrossedComparison.accuracy(turned, List.of("s")).verdict());
    }

    /** All triplets become correct with each seed: nothing scatters, and the interval excludes 0 whatever their number. */
    @Test
    void sixTripletsHaveToDiffer() {
        for (int triplets : new int[] {5, 6}) {
            List<MeasuredPair> seeds = LongStream.rangeClosed(1, 3).mapToObj(seed -> pair(seed, triplets, 0, triplets)).toList();
            Verdict expected = triplets == 5 ? Verdict.INCONCLUSIVE : Verdict.FIRST;
            assertEquals(expected, CrossedComparison.accuracy(seeds, List.of("s")).verdict());
            assertEquals(expected, CrossedComparison.loss(seeds, List.of("s"), MeasuredLoss.hinge(1)).verdict());
        }
    }

    @Test
    void seedsOfOtherTripletsAreRefused() {
        List<MeasuredPair> pairs = new ArrayList<>(CLEAR);
        pairs.set(1, pair(43, 8, 1, 11));
        assertEquals("The seeds were not measured on the same triplets: do they have one split?",
                assertThrows(IllegalArgumentException.class, () -> CrossedComparison.accuracy(pairs, List.of("s"))).getMessage());
        MeasuredPair uneven = new MeasuredPair(43, CLEAR.get(0).first(), Triplets.of("s", true));
        assertEquals("The two were not measured on the same triplets of s. Compare runs of one split.",
                assertThrows(IllegalArgumentException.class, () -> CrossedComparison.accuracy(List.of(uneven), List.of("s"))).getMessage());
    }

    private static MeasuredPair pair(long seed, int first, int second, int all) {
        return new MeasuredPair(seed, Triplets.of("s", Triplets.firstCorrect(first, all)), Triplets.of("s", Triplets.firstCorrect(second, all)));
    }
}
