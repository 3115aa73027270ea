package facet.eval.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final StatedNumber LOSS = new StatedNumber(0.001, "test", Quantity.LOSS, 1.935, 170, 1);
    private static final StatedNumber ACCURACY = new StatedNumber(0.001, "test", Quantity.ACCURACY, 0.741, 170, 0.5);
    private static final StatedNumber FASTER = new StatedNumber(0.01, "test", Quantity.ACCURACY, 0.776, 170, 1);
    private static final Reading NEAR = Outcomes.reading("near", new double[] {1.8, 2.1, 2.0}, new double[] {0.73, 0.75, 0.74});
    private static final Reading FAR = Outcomes.reading("far", new double[] {0.3, 0.4, 0.35}, new double[] {0.9, 0.91, 0.89});

    @Test
    void theScoreIsTheWeightedSumAndTheWeightItsShare() {
        Ranking ranking = Ranking.of(List.of(FAR, NEAR), List.of(LOSS, ACCURACY), 0.001);
        double[] scores = new double[2];
        for (int i = 0; i < 2; i++) {
            List<SetOutcome> runs = List.of(NEAR, FAR).get(i).outcomes(0.001, "test");
            scores[i] = LossDensity.of(runs, LOSS).log(1.935) + 0.5 * AccuracyDensity.log(runs, ACCURACY) + Math.log1p(1e-6);
        }
        assertEquals(List.of("near", "far"), ranking.readings().stream().map(each -> each.reading().name()).toList());
        assertEquals(List.of(1, 2), ranking.readings().stream().map(RankedReading::rank).toList());
        for (int i = 0; i < 2; i++) {
            assertEquals(scores[i], ranking.readings().get(i).logScore(), 1e-9);
            assertEquals(Math.exp(scores[i]) / (Math.exp(scores[0]) + Math.exp(scores[1])), ranking.readings().get(i).weight(), 1e-9);
        }
        assertEquals(1.935, ranking.stated(0.001, "test", Quantity.LOSS));
        assertTrue(Double.isNaN(ranking.stated(0.01, "test", Quantity.LOSS)));
    }

    @Test
    void runsThatDivergedTakeTheirShareOfTheDensity() {
        List<SeedOutcome> seeds = new ArrayList<>(NEAR.seeds(0.001));
        seeds.add(Outcomes.diverged(8));
        Reading partly = new Reading("partly", Map.of(0.001, seeds));
        Reading never = new Reading("never", Map.of(0.001, List.of(Outcomes.diverged(1), Outcomes.diverged(2))));
        List<RankedReading> ranked = Ranking.of(List.of(never, partly, NEAR), List.of(LOSS, ACCURACY), 0.001).readings();
        assertEquals(List.of("near", "partly", "never"), ranked.stream().map(each -> each.reading().name()).toList());
        assertEquals(Math.log(0.75 + 1e-6) - Math.log(1 + 1e-6), ranked.get(1).logScore() - ranked.get(0).logScore(), 1e-9);
        assertEquals(-Math.log(Math.log(1000.1 / 0.11)) - 0.5 * Math.log(171) + Math.log(1e-6), ranked.get(2).logScore(), 1e-6, "any number is as likely, if there is one");
    }

    @Test
    void aReadingNeedsEachRateThatItIsRankedBy() {
        Reading both = new Reading("both", Map.of(0.001, FAR.seeds(0.001), 0.01, List.of(Outcomes.seed(1, 5, 0.77), Outcomes.seed(2, 5, 0.79))));
        List<StatedNumber> all = List.of(LOSS, ACCURACY, FASTER);
        Ranking sum = Ranking.of(List.of(NEAR, both), all, 0.001, 0.01);
        assertEquals(List.of(both), sum.readings().stream().map(RankedReading::reading).toList());
        assertEquals(List.of(NEAR), sum.leftOut());
        RankedReading only = sum.readings().get(0);
        assertEquals(only.scores().get(0.001).log() + only.scores().get(0.01).log(), only.logScore(), 1e-12);
        assertEquals(List.of("near", "both"), Ranking.of(List.of(both, NEAR), all, 0.001).readings().stream().map(each -> each.reading().name()).toList());
        assertEquals(List.of(FASTER), Ranking.of(List.of(new Reading("fast", Map.of(0.01, FAR.seeds(0.001)))), all, 0.01).numbers(), "of the other rate there is no run");
        assertEquals("No reading was run at all of the learning rates [0.01] and measured a set that the paper has. Train it, or rank by another learning rate.",
                assertThrows(IllegalArgumentException.class, () -> Ranking.of(List.of(NEAR), all, 0.01)).getMessage());
        assertEquals("No ranked reading is named nobody. There are: both.", assertThrows(IllegalArgumentException.class, () -> sum.named("nobody")).getMessage());
    }

    /** Else the reading that measured less would have fewer numbers to fail at. */
    @Test
    void aNumberThatOneReadingCannotHaveCountsForNone() {
        StatedNumber twins = new StatedNumber(0.001, "twins", Quantity.ACCURACY, 1, 5, 1);
        SeedOutcome seed = new SeedOutcome(1, false, Map.of("test", Outcomes.set(170, 1, 2, 0.74), "twins", Outcomes.set(5, 1, 0, 1)), List.of());
        Reading more = new Reading("more", Map.of(0.001, List.of(seed)));
        assertEquals(List.of(LOSS), Ranking.of(List.of(more, NEAR), List.of(LOSS, twins), 0.001).numbers());
        assertEquals(List.of(LOSS, twins), Ranking.of(List.of(more), List.of(LOSS, twins), 0.001).numbers());
    }

    /** The paper's numbers are drawn from one of six readings, with a seed and triplets of their own, and so are five runs of each reading. */
    @Test
    void theTrueReadingIsFirstInMostSimulations() {
        double[] shares = {0.60, 0.67, 0.74, 0.80, 0.86, 0.92};
        double[] losses = {6, 3.5, 2, 1.2, 0.7, 0.4};
        Random random = new Random(22);
        int first = 0;
        double weight = 0;
        for (int trial = 0; trial < 200; trial++) {
            int truth = random.nextInt(6);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                double[][] runs = new double[2][5];
                for (int seed = 0; seed < 5; seed++) {
                    runs[0][seed] = loss(losses[i], random);
                    runs[1][seed] = accuracy(shares[i], random);
                }
                readings.add(Outcomes.reading("reading " + i, runs[0], runs[1]));
            }
            RankedReading best = Ranking.of(readings, List.of(new StatedNumber(0.001, "test", Quantity.LOSS, loss(losses[truth], random), 170, 1),
                    new StatedNumber(0.001, "test", Quantity.ACCURACY, accuracy(shares[truth], random), 170, 1)), 0.001).readings().get(0);
            first += best.reading().name().equals("reading " + truth) ? 1 : 0;
            weight += best.weight() / 200;
        }
        assertTrue(first > 150, first + " of 200");
        assertEquals(first / 200.0, weight, 0.12, "the weight of the first one is about how often it is the true one");
    }

    private static double loss(double typical, Random random) {
        return typical * Math.exp(0.25 * random.nextGaussian());
    }

    private static double accuracy(double share, Random random) {
        double own = share + 0.02 * random.nextGaussian();
        int correct = 0;
        for (int i = 0; i < 170; i++) {
            correct += random.nextDouble() < own ? 1 : 0;
        }
        return correct / 170.0;
    }

    @Test
    void aLossFallsConstantlyWhereOneStepAtMostRises() {
        assertTrue(validation(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0).fallsConstantly());
        assertTrue(validation(10, 9, 8, 8.5, 6, 5, 4, 3, 2, 1, 0).fallsConstantly());
        assertFalse(validation(10, 9, 9, 9, 6, 5, 4, 3, 2, 1, 0).fallsConstantly(), "two steps stay");
        assertFalse(validation(10, 9, Double.NaN, 7, 6, 5, 4, 3, 2, 1, 0).fallsConstantly(), "NaN is in two steps");
        assertFalse(validation(10, 9).fallsConstantly(), "one step is no trend");
        assertFalse(new SeedOutcome(1, true, Map.of(), List.of(3.0, 2.0, 1.0)).fallsConstantly(), "diverged");
        assertEquals(3, NEAR.falling(0.001));
        assertEquals(0, NEAR.falling(0.01));
    }

    private static SeedOutcome validation(double... losses) {
        return new SeedOutcome(1, false, Map.of(), Arrays.stream(losses).boxed().toList());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals("A stated number has triplets, a weight from 0 to 1 and a value that its quantity can have, not ACCURACY 1.2 of 170 triplets with weight 1.0.",
                assertThrows(IllegalArgumentException.class, () -> new StatedNumber(0.001, "test", Quantity.ACCURACY, 1.2, 170, 1)).getMessage());
        assertEquals("The run of seed 4 diverged, so that it has no measurement after the last epoch.", assertThrows(IllegalArgumentException.class,
                () -> new SeedOutcome(4, true, Map.of("test", Outcomes.set(1, 1, 1, 1)), List.of())).getMessage());
        assertEquals("The reading x has a learning rate without runs.",
                assertThrows(IllegalArgumentException.class, () -> new Reading("x", Map.of(0.001, List.of()))).getMessage());
    }
}
