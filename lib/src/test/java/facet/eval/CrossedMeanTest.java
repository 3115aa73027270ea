package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CrossedMeanTest {

    /** By hand: row means 2, 6, 7, column means 4, 6, rest 0, 1 and 1 of either sign; mean squares 14, 6 and 4 / 2, so the variance is (14 + 6 - 2) / 6. */
    @Test
    void theAnalysisOfVarianceByHand() {
        CrossedMean crossed = CrossedMean.of(new double[][] {{1, 3}, {4, 8}, {7, 7}});
        assertEquals(5, crossed.mean(), 1e-12);
        double half = 3.7041719 * Math.sqrt(18 / 6.0); // t's 97.5 % point for 324 / (14 * 14 / 2 + 6 * 6 / 1 + 2 * 2 / 2) degrees of freedom
        assertEquals(5 - half, crossed.interval().low(), 1e-6);
        assertEquals(5 + half, crossed.interval().high(), 1e-6);
    }

    /** Seeds that all say the same add nothing: what is left is Student's interval of the groups. */
    @Test
    void equalSeedsLeaveTheChanceOfTheGroups() {
        double[] groups = {1, 0, 0, -1, 1, 1, 0};
        Interval student = Statistics.mean(groups);
        CrossedMean crossed = CrossedMean.of(Arrays.stream(groups).mapToObj(value -> new double[] {value, value, value}).toArray(double[][]::new));
        assertEquals(student.low(), crossed.interval().low(), 1e-12);
        assertEquals(student.high(), crossed.interval().high(), 1e-12);
        double[][] turned = new double[3][];
        Arrays.fill(turned, groups);
        assertEquals(student.low(), CrossedMean.of(turned).interval().low(), 1e-12);
    }

    /** What the interval is for: about 95 % of them hold the true mean, whichever of the two kinds of chance is large. The approximation costs up to two points. */
    @Test
    void aboutNinetyFiveOfAHundredHoldTheTruth() {
        for (double[] spread : new double[][] {{1, 1, 1}, {3, 0.1, 1}, {0.1, 3, 1}, {0.1, 0.1, 2}}) {
            Random random = new Random(7);
            int held = 0;
            for (int trial = 0; trial < 1000; trial++) {
                double[] groups = DoubleStream.generate(random::nextGaussian).limit(40).toArray();
                double[] seeds = DoubleStream.generate(random::nextGaussian).limit(3).toArray();
                double[][] values = new double[groups.length][seeds.length];
                for (int i = 0; i < groups.length; i++) {
                    for (int j = 0; j < seeds.length; j++) {
                        values[i][j] = spread[0] * groups[i] + spread[1] * seeds[j] + spread[2] * random.nextGaussian();
                    }
                }
                held += CrossedMean.of(values).interval().contains(0) ? 1 : 0;
            }
            assertTrue(held > 920, held + " of 1000 with " + Arrays.toString(spread));
        }
    }

    @Test
    void oneSeedTellsNothingOfSeeds() {
        assertThrows(IllegalArgumentException.class, () -> CrossedMean.of(new double[][] {{1}, {2}}));
        assertThrows(IllegalArgumentException.class, () -> CrossedMean.of(new double[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> CrossedMean.of(new double[0][]));
    }

    @Test
    void equalValuesHaveNoSpread() {
        assertEquals(new Interval(2, 2), CrossedMean.of(new double[][] {{2, 2}, {2, 2}}).interval());
    }
}
