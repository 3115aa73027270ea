package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class UnpairedComparisonTest {

    private static SeedScores run(long seed, double... scores) {
        Map<String, Double> people = new HashMap<>();
        IntStream.range(0, scores.length).forEach(i -> people.put("seed " + seed + " person " + i, scores[i]));
        return new SeedScores(seed, people);
    }

    @Test
    void isWelchsTestWherePeopleDoNotRecur() {
        List<SeedScores> first = List.of(run(1, 0.5, 0.7), run(2, 0.9, 0.9), run(3, 0.8, 0.6));
        List<SeedScores> second = List.of(run(4, 0.3, 0.5), run(5, 0.5, 0.7));
        UnpairedComparison comparison = UnpairedComparison.of(first, second);
        double[] a = {0.6, 0.9, 0.7};
        double[] b = {0.4, 0.6};
        assertEquals(new TTest().tTest(a, b), comparison.pValue(), 1e-12);
        assertEquals(0.7333333333333333 - 0.5, comparison.difference(), 1e-12);
        assertTrue(comparison.interval().contains(comparison.difference()));
    }

    /** Cameron, Gelbach and Miller's sum over all pairs of scores of one person from different seeds, written as loops. */
    @Test
    void peopleWhoRecurAddTheirCovariance() {
        List<SeedScores> first = List.of(new SeedScores(1, Map.of("a", 1.0, "b", 0.0)), new SeedScores(2, Map.of("a", 1.0, "c", 0.2)));
        List<SeedScores> second = List.of(new SeedScores(1, Map.of("a", 0.3, "b", 0.4)), new SeedScores(2, Map.of("a", 0.1, "c", 0.5)));
        record Score(long seed, String person, double moved) { }
        List<Score> scores = new ArrayList<>();
        for (List<SeedScores> arm : List.of(first, second)) {
            double mean = (arm.get(0).mean() + arm.get(1).mean()) / 2;
            for (SeedScores run : arm) {
                run.byPerson().forEach((person, y) -> scores.add(new Score(run.seed(), person, (arm == first ? 1 : -1) * (y - mean) / 4)));
            }
        }
        double recurring = 0;
        for (Score one : scores) {
            for (Score other : scores) {
                recurring += one.seed() != other.seed() && one.person().equals(other.person()) ? one.moved() * other.moved() : 0;
            }
        }
        assertTrue(recurring > 0, "so that it counts");
        double seeds = variance(first) / 2 + variance(second) / 2;
        assertEquals(Math.sqrt(seeds + recurring), UnpairedComparison.of(first, second).standardError(), 1e-12);
    }

    private static double variance(List<SeedScores> arm) {
        double difference = arm.get(0).mean() - arm.get(1).mean();
        return difference * difference / 2;
    }

    /** All seeds test the same 60 people, of whom one network knows some better and the other others: by the seeds alone, the interval would be far too narrow. */
    @Test
    void theIntervalIsForOtherPeopleToo() {
        Random random = new Random(11);
        int held = 0;
        int experiments = 300;
        for (int experiment = 0; experiment < experiments; experiment++) {
            held += UnpairedComparison.of(runs(random), runs(random)).interval().contains(0) ? 1 : 0;
        }
        assertTrue(held > 0.9 * experiments && held < experiments, held + " of " + experiments);
    }

    private static List<SeedScores> runs(Random random) {
        double[] ease = random.doubles(60).map(x -> 0.2 + 0.7 * x).toArray(); // how often the network has a person's triplet correct
        List<SeedScores> runs = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            double luck = 0.01 * random.nextGaussian();
            Map<String, Double> scores = new HashMap<>();
            IntStream.range(0, ease.length).forEach(person -> scores.put("" + person, random.nextDouble() < ease[person] + luck ? 1.0 : 0.0));
            runs.add(new SeedScores(seed, scores));
        }
        return runs;
    }

    @Test
    void equivalenceNeedsANarrowIntervalWithinTheBound() {
        UnpairedComparison narrow = new UnpairedComparison(0.82, 0.80, 0.01, 14); // 90 %: 0.02 +- 1.761 * 0.01
        assertTrue(narrow.isWithin(0.05));
        assertFalse(narrow.isWithin(0.0376));
        assertTrue(narrow.isWithin(0.0377));
        assertFalse(new UnpairedComparison(0.82, 0.80, 0.03, 14).isWithin(0.05));
    }

    @Test
    void equalRunsHaveNoDifference() {
        List<SeedScores> same = List.of(run(1, 0.5), run(2, 0.5));
        assertEquals(1, UnpairedComparison.of(same, same).pValue());
        assertEquals("A network needs two runs or more to be compared, not 1: one does not show how seeds vary.",
                assertThrows(IllegalArgumentException.class, () -> UnpairedComparison.of(same, List.of(run(1, 1)))).getMessage());
    }

    @Test
    void holmMultipliesByTheNumberOfComparisonsLeft() {
        assertArrayEquals(new double[] {0.06, 0.03, 0.06}, Holm.adjusted(0.03, 0.01, 0.04), 1e-15);
        assertArrayEquals(new double[] {1, 1}, Holm.adjusted(0.9, 0.6), 1e-15);
    }

    @Test
    void aVerdictSaysDifferenceAndEquivalence() {
        UnpairedComparison narrow = new UnpairedComparison(0.82, 0.80, 0.005, 14);
        UnpairedComparison wide = new UnpairedComparison(0.80, 0.90, 0.03, 14);
        assertEquals("P2 better, by less than 5 points", EquivalenceVerdict.of(narrow, 0.001, 0.049, 0.05).text("P2", "P5"));
        assertEquals("equivalent within 5 points", EquivalenceVerdict.of(narrow, 0.049, 0.049, 0.05).text("P2", "P5"));
        assertEquals("P5 better", EquivalenceVerdict.of(wide, 0.01, 0.049, 0.05).text("P2", "P5"));
        assertEquals("inconclusive", EquivalenceVerdict.of(wide, 0.2, 0.049, 0.05).text("P2", "P5"));
    }
}
