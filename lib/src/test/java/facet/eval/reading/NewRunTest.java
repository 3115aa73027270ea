package facet.eval.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NewRunTest {

    private static final double[] VALUES = {0.70, 0.76, 0.74, 0.80, 0.75};

    /** Of seeds on one split the variance is between runs; on five splits as much of it as the triplets explain is not. */
    @Test
    void theVarianceIsThatBetweenRunsAndOfTheTriplets() {
        double mean = 0;
        for (double value : VALUES) {
            mean += value / 5;
        }
        double squares = 0;
        for (double value : VALUES) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / 4;
        NewRun shared = NewRun.of(VALUES, 0.001, 1, 0.03);
        assertEquals(mean, shared.mean(), 1e-12);
        assertEquals((0.0009 + 4 * variance) / 5 * 1.2 + 0.001, shared.variance(), 1e-12);
        NewRun own = NewRun.of(VALUES, 0.001, 5, 0.03);
        assertEquals((0.0009 + 4 * (variance - 0.001)) / 5 * 1.2 + 0.001 / 5, own.variance(), 1e-12);
        NewRun much = NewRun.of(VALUES, 0.01, 5, 0.03);
        assertEquals(0.0009 / 5 * 1.2 + 0.01 / 5, much.variance(), 1e-12, "the triplets explain all of it");
    }

    /** Two splits of three seeds each: of fifteen pairs of seeds nine have different triplets. */
    @Test
    void seedsThatShareSplitsInPartAreInBetween() {
        double[] values = {0, 1, 0, 1, 0, 1};
        int different = 0;
        int pairs = 0;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                different += i / 3 != j / 3 ? 1 : 0;
                pairs++;
            }
        }
        double sampling = 0.1;
        double between = (5 * (0.3 - (double) different / pairs * sampling)) / 6; // 0.3 is the variance of the values
        assertEquals(between * (1 + 1.0 / 6) + sampling / 2, NewRun.of(values, sampling, 2, 0).variance(), 1e-12);
    }

    @Test
    void oneSeedHasThePriorSpread() {
        NewRun one = NewRun.of(new double[] {0.7}, 0.001, 1, 0.03);
        assertEquals(0.7, one.mean());
        assertEquals(2 * 0.0009 + 0.001, one.variance(), 1e-12, "between runs, and as much again of the mean");
        assertEquals(0.0009 / 3 * (1 + 1.0 / 3), NewRun.of(new double[] {0.7, 0.7, 0.7}, 0, 1, 0.03).variance(), 1e-12, "three equal ones do not prove that seeds do not vary");
    }
}
