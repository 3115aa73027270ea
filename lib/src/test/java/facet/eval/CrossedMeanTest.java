package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CrossedMeanTest {

    /** By hand: the triplets' means are 2, 6, 7 with variance 7, the seeds' means 4, 6, 5 with variance 1. */
    @Test
    void twoVariancesByHand() {
        CrossedMean crossed = CrossedMean.of(new double[][] {{1, 3, 2}, {4, 8, 6}, {7, 7, 7}});
        assertEquals(5, crossed.mean(), 1e-12);
        double half = 3.5154197 * Math.sqrt(7 / 3.0 + 1 / 3.0); // t's 97.5 % point for (8 / 3)^2 / ((7 / 3)^2 / 2 + (1 / 3)^2 / 2) = 2.56 degrees of freedom
        assertEquals(5 - half, crossed.interval().low(), 1e-6);
        assertEquals(5 + half, crossed.interval().high(), 1e-6);
    }

    /** Seeds that all say the same add nothing: what is left is Student's interval of the triplets. */
    @Test
    void equalSeedsLeaveTheChanceOfTheTriplets() {
        double[] triplets = {1, 0, 0, -1, 1, 1, 0};
        Interval student = Statistics.mean(triplets);
        CrossedMean crossed = CrossedMean.of(Arrays.stream(triplets).mapToObj(value -> new double[] {value, value, value}).toArray(double[][]::new));
        assertEquals(student.low(), crossed.interval().low(), 1e-12);
        assertEquals(student.high(), crossed.interval().high(), 1e-12);
    }

    /** What the interval is for: about 95 % of them hold the true mean, whichever of the kinds of chance is large; hardly more where nothing is left over. */
    @Test
    void aboutNinetyFiveOfAHundredHoldTheTruth() {
        for (double[] spread : new double[][] {{1, 1, 1}, {3, 0.1, 1}, {0.1, 3, 1}, {0.1, 0.1, 2}}) {
            Random random = new Random(7);
            int held = 0;
            for (int trial = 0; trial < 1000; trial++) {
                double[] triplets = DoubleStream.generate(random::nextGaussian).limit(40).toArray();
                double[] seeds = DoubleStream.generate(random::nextGaussian).limit(3).toArray();
                double[][] values = new double[triplets.length][seeds.length];
                for (int i = 0; i < triplets.length; i++) {
                    for (int j = 0; j < seeds.length; j++) {
                        values[i][j] = spread[0] * triplets[i] + spread[1] * seeds[j] + spread[2] * random.nextGaussian();
                    }
                }
                held += CrossedMean.of(values).interval().contains(0) ? 1 : 0;
            }
            assertTrue(held > 910 && (held < 970 || spread[2] > 1), held + " of 1000 with " + Arrays.toString(spread));
        }
    }

    /** Four of ten triplets speak for the first network, with every seed: McNemar's p is 0.125; of seven it is 0.016. */
    @Test
    void whatNoCoinTellsIsNotTold() {
        assertTrue(paired(4, 0, 10).interval().contains(0) && paired(4, 0, 4).interval().contains(0) && paired(4, 0, 170).interval().contains(0));
        assertFalse(paired(7, 0, 10).interval().contains(0));
        assertEquals(0.4, paired(4, 0, 10).mean(), 1e-12);
        Interval student = Statistics.mean(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, -1);
        assertEquals(student.low(), paired(4, 0, 10).interval().low(), 1e-12);
        assertEquals(-student.low(), paired(0, 4, 10).interval().high(), 1e-12);
    }

    private static CrossedMean paired(int first, int second, int triplets) {
        double[][] values = new double[triplets][3];
        for (int i = 0; i < triplets; i++) {
            Arrays.fill(values[i], i < first ? 1 : i < first + second ? -1 : 0);
        }
        return CrossedMean.paired(values);
    }

    @Test
    void oneSeedOrTwoTellLittleOfSeeds() {
        assertEquals("Two triplets and 3 seeds are the least, not 2 and 2.", refused(new double[][] {{1, 2}, {2, 1}}));
        assertEquals("Two triplets and 3 seeds are the least, not 1 and 3.", refused(new double[][] {{1, 2, 3}}));
        assertEquals("Two triplets and 3 seeds are the least, not 0 and 0.", refused(new double[0][]));
    }

    private static String refused(double[][] values) {
        String message = assertThrows(IllegalArgumentException.class, () -> CrossedMean.of(values)).getMessage();
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> CrossedMean.paired(values)).getMessage());
        return message;
    }

    @Test
    void equalValuesHaveNoSpread() {
        assertEquals(new Interval(2, 2), CrossedMean.of(new double[][] {{2, 2, 2}, {2, 2, 2}}).interval());
    }
}
