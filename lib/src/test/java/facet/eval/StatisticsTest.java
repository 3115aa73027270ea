package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StatisticsTest {

    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3. */
    @Test
    void wilsonGivesNewcombesPublishedValues() {
        expect(81, 263, 0.2553, 0.3662);
        expect(15, 148, 0.0624, 0.1605);
        expect(0, 20, 0, 0.1611);
        expect(1, 29, 0.0061, 0.1718);
    }

    /** As Facet computed it itself before it took the library's: recorded numbers stay. */
    @Test
    void wilsonIsTheClosedFormula() {
        double z = 1.959963984540054;
        for (int n : new int[] {1, 2, 5, 10, 46, 170, 1361}) {
            for (int correct = 0; correct <= n; correct++) {
                double share = (double) correct / n;
                double centre = share + z * z / (2 * n);
                double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
                Interval interval = Statistics.wilson(correct, n);
                assertEquals(correct == 0 ? 0 : (centre - half) / (1 + z * z / n), interval.low(), correct == 0 ? 0 : 1e-12);
                assertEquals(correct == n ? 1 : (centre + half) / (1 + z * z / n), interval.high(), correct == n ? 0 : 1e-12);
            }
        }
    }

    /** Each interval leaves out five of a hundred, and a test is significant below it: by published quantiles, not by the constant. */
    @Test
    void allIntervalsHaveTheSameLevel() {
        assertEquals(0.05, Statistics.SIGNIFICANCE);
        assertEquals(0.4 + 1.959963984540054 * Math.sqrt((0.8 - 0.16) / 10), Statistics.pairedDifference(5, 1, 8).high(), 1e-12);
        assertEquals(12.706204736432095 / 2, Statistics.mean(-0.5, 0.5).high(), 1e-9);
    }

    @Test
    void mcNemarCountsTheTailsOfACoin() {
        assertEquals(2 / 32.0, Statistics.mcNemar(5, 0), 1e-15);
        assertEquals(2 / 64.0, Statistics.mcNemar(0, 6), 1e-15);
        assertEquals(2 * (1 + 8) / 256.0, Statistics.mcNemar(7, 1), 1e-15);
        assertEquals(1, Statistics.mcNemar(3, 3));
        assertEquals(1, Statistics.mcNemar(0, 0));
    }

    /** The interval's ends solve |p - x| = z sqrt(x (1 - x) / n): found here by bisection, without the closed formula. */
    @Test
    void wilsonSolvesItsDefinition() {
        for (int n : new int[] {1, 5, 10, 170, 1361}) {
            for (int correct = 0; correct <= n; correct += Math.max(1, n / 7)) {
                double share = (double) correct / n;
                Interval interval = Statistics.wilson(correct, n);
                assertEquals(solve(0, share, n, share), interval.low(), 1e-9);
                assertEquals(solve(1, share, n, share), interval.high(), 1e-9);
                assertTrue(interval.contains(share));
            }
        }
    }

    /** Student's own example: hours of sleep gained with one drug more than with another, ten patients; R's t.test gives 0.7001142 to 2.4598858. */
    @Test
    void aMeanHasStudentsInterval() {
        Interval sleep = Statistics.mean(1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4);
        assertEquals(0.7001142, sleep.low(), 1e-6);
        assertEquals(2.4598858, sleep.high(), 1e-6);
        assertEquals("An interval of a mean needs two values or more, not 1.", refused(() -> Statistics.mean(1)));
    }

    /** Each triplet is +1, -1 or 0; with one more of either sign, mean and spread of these numbers. */
    @Test
    void aPairedDifferenceIsTheMeanOfTriplets() {
        for (int[] counts : new int[][] {{0, 0, 5}, {5, 0, 5}, {3, 1, 10}, {20, 9, 170}}) {
            double[] triplets = new double[counts[2] + 2];
            Arrays.fill(triplets, 0, counts[0] + 1, 1);
            Arrays.fill(triplets, counts[0] + 1, counts[0] + counts[1] + 2, -1);
            DescriptiveStatistics all = new DescriptiveStatistics(triplets);
            double half = 1.959963984540054 * Math.sqrt(all.getPopulationVariance() / triplets.length);
            Interval interval = Statistics.pairedDifference(counts[0], counts[1], counts[2]);
            assertEquals(Math.max(-1, all.getMean() - half), interval.low(), 1e-12);
            assertEquals(Math.min(1, all.getMean() + half), interval.high(), 1e-12);
        }
    }

    @Test
    void nothingMeasuredIsRefused() {
        assertEquals("An interval of a difference needs triplets: 0 and 0 that differ are not part of 0.", refused(() -> Statistics.pairedDifference(0, 0, 0)));
        assertEquals("An interval of a difference needs triplets: 3 and 3 that differ are not part of 5.", refused(() -> Statistics.pairedDifference(3, 3, 5)));
        for (int[] wrong : new int[][] {{0, 0}, {6, 5}, {-1, 5}}) {
            assertEquals("An interval needs 0 <= correct <= n and n > 0, not " + wrong[0] + " of " + wrong[1] + ".", refused(() -> Statistics.wilson(wrong[0], wrong[1])));
        }
        assertEquals("An interval runs from low to high, not from 0.6 to 0.5.", refused(() -> new Interval(0.6, 0.5)));
    }

    private static String refused(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static void expect(int correct, int n, double low, double high) {
        Interval interval = Statistics.wilson(correct, n);
        assertEquals(low, interval.low(), 5e-5);
        assertEquals(high, interval.high(), 5e-5);
    }

    /** Moves from far outside towards the share until the two sides meet. */
    private static double solve(double outside, double inside, int n, double share) {
        for (int i = 0; i < 200; i++) {
            double middle = (outside + inside) / 2;
            boolean tooFar = Math.abs(share - middle) > 1.959963984540054 * Math.sqrt(middle * (1 - middle) / n);
            outside = tooFar ? middle : outside;
            inside = tooFar ? inside : middle;
        }
        return (outside + inside) / 2;
    }
}
