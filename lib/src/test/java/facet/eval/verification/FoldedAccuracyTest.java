package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedAccuracyTest {

    private static ScoredPair pair(int same, double distance, String fold) {
        return new ScoredPair(same == 1, distance, fold, "", "");
    }

    /** Chosen on the fold itself, the threshold of the second fold would be 6 and its accuracy 1. */
    @Test
    void theThresholdIsChosenOnTheOtherFolds() {
        FoldedAccuracy accuracy = FoldedAccuracy.of(new ScoredPairs(List.of(pair(1, 1, "a"), pair(0, 3, "a"), pair(1, 5, "b"), pair(0, 7, "b"))));
        assertEquals(List.of(new FoldAccuracy("a", 6, 1, 2), new FoldAccuracy("b", 2, 1, 2)), accuracy.folds());
    }

    @Test
    void aLoopOverFoldsAndThresholdsFindsTheSame() {
        for (int seed = 0; seed < 10; seed++) {
            ScoredPairs pairs = Pairs.random(new Random(seed), 80);
            List<Double> accuracies = new ArrayList<>();
            for (String fold : pairs.folds()) {
                double best = Double.NaN;
                long most = -1;
                for (double threshold = -1.95; threshold < 5; threshold += 0.1) { // between two tenths, which all distances are
                    long correct = correct(pairs, fold, false, threshold);
                    if (correct > most) {
                        most = correct;
                        best = threshold;
                    }
                }
                accuracies.add(correct(pairs, fold, true, best) / (double) pairs.pairs().stream().filter(pair -> pair.fold().equals(fold)).count());
            }
            double mean = accuracies.stream().mapToDouble(a -> a).sum() / accuracies.size();
            double squares = 0;
            for (double each : accuracies) {
                squares += (each - mean) * (each - mean);
            }
            FoldedAccuracy accuracy = FoldedAccuracy.of(pairs);
            assertEquals(4, accuracies.size());
            assertEquals(mean, accuracy.mean(), 1e-12);
            assertEquals(Math.sqrt(squares / 3 / 4), accuracy.standardError(), 1e-12);
        }
    }

    private static long correct(ScoredPairs pairs, String fold, boolean own, double threshold) {
        return pairs.pairs().stream().filter(pair -> own == pair.fold().equals(fold)).filter(pair -> pair.same() == pair.distance() < threshold).count();
    }

    @Test
    void theIntervalIsCutAtOne() {
        FoldedAccuracy accuracy = new FoldedAccuracy(List.of(new FoldAccuracy("a", 1, 9, 10), new FoldAccuracy("b", 1, 10, 10)));
        assertEquals(0.95 - 1.959964 * accuracy.standardError(), accuracy.interval().low(), 1e-6);
        assertEquals(1, accuracy.interval().high());
        assertEquals(0.05, accuracy.standardError(), 1e-12);
        assertEquals("An accuracy over folds needs two folds, not 1.",
                assertThrows(IllegalArgumentException.class, () -> new FoldedAccuracy(accuracy.folds().subList(0, 1))).getMessage());
    }

    @Test
    void withoutTwoFoldsThereIsNone() {
        assertTrue(FoldedAccuracy.refusal(Pairs.of(new double[] {1}, new double[] {2})).orElseThrow().startsWith("the pairs name no folds"));
        assertEquals(Optional.of("there is one fold, 7, and no other to choose its threshold on."),
                FoldedAccuracy.refusal(new ScoredPairs(List.of(pair(1, 1, "7"), pair(0, 2, "7")))));
        assertEquals(Optional.of("without fold a all pairs are of one kind, which no threshold can be chosen on."),
                FoldedAccuracy.refusal(new ScoredPairs(List.of(pair(1, 1, "a"), pair(0, 2, "a"), pair(0, 3, "b")))));
        assertEquals(Optional.empty(), FoldedAccuracy.refusal(Pairs.random(new Random(1), 80)));
    }

    @Test
    void peopleInSeveralFoldsAreCountedOnce() {
        assertEquals(2, FoldedAccuracy.peopleInSeveralFolds(new ScoredPairs(List.of(new ScoredPair(true, 1, "1", "a", ""), new ScoredPair(false, 1, "1", "b", "c"),
                new ScoredPair(false, 1, "2", "b", "a"), new ScoredPair(false, 1, "2", "d", "a"), new ScoredPair(false, 1, "2", "", "c")))));
    }
}
