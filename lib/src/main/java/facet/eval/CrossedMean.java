package facet.eval;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of values that scatter for two reasons at once: each of some groups was measured with each of some seeds, and both were drawn.
 *
 * @param mean of all values
 * @param interval its 95 % interval, for other groups and other seeds of the same kind
 */
public record CrossedMean(double mean, Interval interval) {

    /**
     * Two-way analysis of variance with one value in each cell: of the mean squares between groups, between seeds and of what is left, the mean's variance is
     * (groups + seeds - rest) / number of values, never less than each of the first two alone gives, with Satterthwaite's degrees of freedom.
     * Source: F. E. Satterthwaite, An approximate distribution of estimates of variance components, Biometrics Bulletin 2 (1946), 110-114.
     *
     * @param values [groups][seeds], such as 1, 0 or -1 for a group that one of two networks gets right
     * @throws IllegalArgumentException where there are fewer than two groups or two seeds
     */
    public static CrossedMean of(double[][] values) {
        int rows = values.length;
        int columns = rows == 0 ? 0 : values[0].length;
        if (rows < 2 || columns < 2) {
            throw new IllegalArgumentException("Two groups and two seeds are the least, not " + rows + " and " + columns + ".");
        }
        double[] groups = Arrays.stream(values).mapToDouble(row -> Arrays.stream(row).average().orElseThrow()).toArray();
        double[] seeds = new double[columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                seeds[j] += row[j] / rows;
            }
        }
        double mean = Arrays.stream(seeds).average().orElseThrow();
        double rest = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                rest += square(values[i][j] - groups[i] - seeds[j] + mean);
            }
        }
        MeanSquare between = new MeanSquare(columns * squares(groups, mean), rows - 1);
        MeanSquare among = new MeanSquare(rows * squares(seeds, mean), columns - 1);
        MeanSquare left = new MeanSquare(rest, (rows - 1) * (columns - 1));
        return new CrossedMean(mean, interval(mean, rows * columns, between, among, left));
    }

    private static Interval interval(double mean, int values, MeanSquare groups, MeanSquare seeds, MeanSquare rest) {
        double both = groups.value() + seeds.value() - rest.value();
        MeanSquare larger = groups.value() > seeds.value() ? groups : seeds;
        // Where the rest is the larger part the difference of squares can fall below one of them: chance, since a variance is not negative.
        double square = Math.max(both, larger.value());
        double freedom = both > larger.value() ? square(both) / (groups.spread() + seeds.spread() + rest.spread()) : larger.freedom();
        double half = square == 0 ? 0 : new TDistribution(null, freedom).inverseCumulativeProbability(0.975) * Math.sqrt(square / values);
        return new Interval(mean - half, mean + half);
    }

    private static double squares(double[] means, double mean) {
        return Arrays.stream(means).map(value -> square(value - mean)).sum();
    }

    private static double square(double value) {
        return value * value;
    }

    private record MeanSquare(double sum, int freedom) {

        double value() {
            return sum / freedom;
        }

        /** Its part in Satterthwaite's denominator. */
        double spread() {
            return square(value()) / freedom;
        }
    }
}
