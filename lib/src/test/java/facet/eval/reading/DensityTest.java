package facet.eval.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class DensityTest {

    private static final StatedNumber ACCURACY = new StatedNumber(0.001, "test", Quantity.ACCURACY, 0.741, 170, 1);
    private static final StatedNumber LOSS = new StatedNumber(0.001, "test", Quantity.LOSS, 1.935, 170, 1);

    @Test
    void manySeedsThatDoNotVaryLeaveTheBinomialDistribution() {
        List<SetOutcome> many = IntStream.range(0, 2000).mapToObj(i -> Outcomes.set(100, i, 1, 0.75)).toList();
        BinomialDistribution binomial = new BinomialDistribution(null, 170, 0.75);
        for (int k : new int[] {110, 126, 140}) {
            assertEquals(binomial.logProbability(k), AccuracyDensity.of(many, ACCURACY).logProbability(k), 0.02);
        }
        assertTrue(AccuracyDensity.of(many.subList(0, 5), ACCURACY).logProbability(110) > binomial.logProbability(110) + 0.5, "five equal seeds leave room");
    }

    /** Runs with a share of their own and triplets of their own: nine of ten further ones lie within the middle 90 % of what five runs predict. */
    @Test
    void theChanceOfOtherSeedsAndOtherTripletsIsInIt() {
        Random random = new Random(5);
        int inside = 0;
        for (int trial = 0; trial < 2000; trial++) {
            List<SetOutcome> runs = new ArrayList<>();
            for (int seed = 0; seed < 5; seed++) {
                runs.add(Outcomes.set(170, seed, 1, correct(random) / 170.0));
            }
            BetaBinomial predicted = AccuracyDensity.of(runs, ACCURACY);
            int next = correct(random);
            double below = IntStream.range(0, next).mapToDouble(k -> Math.exp(predicted.logProbability(k))).sum() + Math.exp(predicted.logProbability(next)) * random.nextDouble();
            inside += below > 0.05 && below < 0.95 ? 1 : 0;
        }
        assertEquals(0.9, inside / 2000.0, 0.035);
    }

    /** A share of .75 with a standard deviation of .03 from run to run. */
    private static int correct(Random random) {
        double share = 0.75 + 0.03 * random.nextGaussian();
        return (int) IntStream.range(0, 170).filter(i -> random.nextDouble() < share).count();
    }

    @Test
    void theBestAccuracyIsPredictedByTheBestOnes() {
        SetOutcome run = new SetOutcome(170, 1, 1, Double.NaN, 0.5, 0.8);
        StatedNumber best = new StatedNumber(0.001, "validation", Quantity.BEST_ACCURACY, 0.824, 170, 1);
        assertEquals((0.8 * 170 + 0.5) / 171, AccuracyDensity.of(List.of(run), best).mean(), 1e-12);
        assertEquals(0.5, AccuracyDensity.of(List.of(run), ACCURACY).mean(), 1e-12);
        assertEquals(5.5 / 6, AccuracyDensity.of(List.of(Outcomes.set(5, 1, 1, 1)), new StatedNumber(0.001, "twins", Quantity.ACCURACY, 1, 5, 1)).mean(), 1e-12,
                "five of five do not rule out a sixth that is wrong");
    }

    /** Three seeds on one split, of triplets whose losses' deviation is known: all of it by hand. */
    @Test
    void theLossIsPredictedOnALogarithmicScale() {
        List<SetOutcome> runs = List.of(new SetOutcome(100, 7, 0.9, 2, 0, 0), new SetOutcome(100, 7, 1.9, 4, 0, 0), new SetOutcome(100, 7, 3.9, 8, 0, 0));
        LossDensity found = LossDensity.of(runs, LOSS);
        double[] x = {Math.log(1), Math.log(2), Math.log(4)};
        double variance = Math.pow(Math.log(2), 2); // of x: the deviations are -log 2, 0 and log 2
        assertEquals(x[1], found.centre(), 1e-12);
        double triplet = 4; // each run's deviation is twice its loss + 0.1
        double expected = (0.25 * 0.25 + 2 * variance) / 3 * (4.0 / 3) + triplet / 100 + triplet / 170;
        assertEquals(Math.sqrt(expected), found.scale(), 1e-12);
        assertEquals(2, found.freedom());
        double t = (Math.log(1.935 + 0.1) - x[1]) / found.scale();
        double density = Gamma.logGamma(1.5) - Gamma.logGamma(1) - 0.5 * Math.log(2 * Math.PI) - 1.5 * Math.log1p(t * t / 2);
        assertEquals(density - Math.log(found.scale()), found.log(1.935), 1e-9);
    }

    @Test
    void theDensityOfTheLogarithmIntegratesToOne() {
        LossDensity density = LossDensity.of(List.of(Outcomes.set(170, 1, 2, 0), Outcomes.set(170, 2, 2.5, 0), Outcomes.set(170, 3, 1.5, 0), Outcomes.set(170, 4, 1.8, 0)), LOSS);
        double step = 0.002;
        double sum = 0;
        for (double x = -20; x < 25; x += step) {
            sum += Math.exp(density.log(Math.exp(x) - 0.1)) * step;
        }
        assertEquals(1, sum, 1e-3);
    }

    @Test
    void aLossOfZeroAndOneRunArePredictedToo() {
        LossDensity zero = LossDensity.of(List.of(Outcomes.set(10, 1, 0, 1), Outcomes.set(10, 2, 0, 1)), LOSS);
        assertTrue(Double.isFinite(zero.log(3.489)));
        LossDensity one = LossDensity.of(List.of(Outcomes.set(170, 1, 1.9, 0)), LOSS);
        assertEquals(1, one.freedom());
        double triplet = Math.pow(2 * 1.9 / 2, 2); // the stated ratio, where losses were not kept
        assertEquals(Math.sqrt(2 * 0.25 * 0.25 + 2 * triplet / 170), one.scale(), 1e-12);
    }
}
