package facet.eval;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Intervals for shares of groups and for means, each with its source. */
public final class Statistics {

    /** The standard normal's 97.5 % point: two such tails leave 95 % between them. */
    private static final double Z95 = 1.959963984540054;

    private Statistics() { }

    /**
     * Wilson's score interval, 95 %: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = correct / n.
     * It stays within 0..1 and is usable for 5 groups, where p ± 1.96 √(p(1-p)/n) is not.
     * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
     *
     * @throws IllegalArgumentException where n is 0 or correct is not within 0..n
     */
    public static Interval wilson(long correct, long n) {
        if (n <= 0 || correct < 0 || correct > n) {
            throw new IllegalArgumentException("An interval needs 0 <= correct <= n and n > 0, not " + correct + " of " + n + ".");
        }
        double share = (double) correct / n;
        double square = Z95 * Z95;
        double centre = share + square / (2 * n);
        double half = Z95 * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n));
        double scale = 1 + square / n;
        // At 0 and at n an end is exactly 0 or 1; rounding would leave it a hair beside.
        double low = correct == 0 ? 0 : (centre - half) / scale;
        double high = correct == n ? 1 : (centre + half) / scale;
        return new Interval(low, high);
    }

    /**
     * The adjusted Wald interval, 95 %, of the difference between two shares of the same n groups: with a = (first + 1) / (n + 2) and
     * b = (second + 1) / (n + 2) it is a - b ± z √((a + b - (a - b)²) / (n + 2)).
     * Source: D. G. Bonett and R. M. Price, Adjusted Wald confidence interval for a difference of binomial proportions based on paired data,
     * Journal of Educational and Behavioral Statistics 37 (2012), 479-488.
     *
     * @param first groups that the first one alone gets right
     * @param second groups that the second one alone gets right
     * @throws IllegalArgumentException where they are not part of n groups, or n is 0
     */
    public static Interval pairedDifference(long first, long second, long n) {
        if (n <= 0 || first < 0 || second < 0 || first + second > n) {
            throw new IllegalArgumentException("An interval needs groups, and " + first + " and " + second + " of them, not of " + n + ".");
        }
        double a = (first + 1.0) / (n + 2);
        double b = (second + 1.0) / (n + 2);
        double half = Z95 * Math.sqrt((a + b - (a - b) * (a - b)) / (n + 2));
        return new Interval(Math.max(-1, a - b - half), Math.min(1, a - b + half));
    }

    /**
     * Student's interval, 95 %, of the mean that values scatter about: m ± t s / √n, with t of n - 1 degrees of freedom.
     * Source: Student, The probable error of a mean, Biometrika 6 (1908), 1-25.
     *
     * @throws IllegalArgumentException where there are fewer than two values: one tells nothing of how they scatter
     */
    public static Interval mean(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("An interval of a mean needs two values or more, not " + values.length + ".");
        }
        SummaryStatistics summary = new SummaryStatistics();
        Arrays.stream(values).forEach(summary::addValue);
        double t = new TDistribution(null, values.length - 1).inverseCumulativeProbability(0.975);
        double half = t * summary.getStandardDeviation() / Math.sqrt(values.length);
        return new Interval(summary.getMean() - half, summary.getMean() + half);
    }
}
