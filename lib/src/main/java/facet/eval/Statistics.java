package facet.eval;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Intervals of shares of triplets and of means, and a test, each with its source. */
public final class Statistics {

    /** The significance level: a difference is significant where p is below it, and intervals hold the other 95 %. Stands here alone. */
    public static final double SIGNIFICANCE = 0.05;

    /** The quantile that leaves half of the level above it. */
    public static final double UPPER = 1 - SIGNIFICANCE / 2;

    /** The standard normal's 97.5 % point, 1.96: two such tails leave 95 % between them. */
    public static final double Z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(UPPER);

    private Statistics() { }

    /**
     * Computes Wilson's score interval, 95 %: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = correct / n.
     * It stays within 0..1 and is usable for 5 triplets, where p ± 1.96 √(p(1-p)/n) is not.
     * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
     *
     * @throws IllegalArgumentException where n is 0 or correct is not within 0..n
     */
    public static Interval wilson(long correct, long n) {
        if (n <= 0 || correct < 0 || correct > n) {
            throw new IllegalArgumentException("An interval needs 0 <= correct <= n and n > 0, not " + correct + " of " + n + ".");
        }
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval(Math.toIntExact(n), Math.toIntExact(correct), 1 - SIGNIFICANCE);
        // At 0 and at n an end is exactly 0 or 1; rounding would leave it a hair beside.
        return new Interval(correct == 0 ? 0 : interval.getLowerBound(), correct == n ? 1 : interval.getUpperBound());
    }

    /**
     * Computes McNemar's exact test: where two embedders are equally good, each triplet that only one classifies correctly is a fair coin's throw.
     *
     * @param first triplets that the first one alone classifies correctly
     * @param second triplets that the second one alone classifies correctly
     * @return the two-sided p-value; 1 where they never differ (Q. McNemar, Psychometrika 12 (1947), 153-157)
     */
    public static double mcNemar(int first, int second) {
        // Not commons-math's BinomialTest: where the two are equal it counts the middle twice and gives more than 1.
        BinomialDistribution coin = new BinomialDistribution(null, first + second, 0.5);
        return Math.min(1, 2 * coin.cumulativeProbability(Math.min(first, second)));
    }

    /**
     * Computes the adjusted Wald interval, 95 %, of the difference between two shares of the same n triplets: with a = (first + 1) / (n + 2) and
     * b = (second + 1) / (n + 2) it is a - b ± z √((a + b - (a - b)²) / (n + 2)).
     * Source: D. G. Bonett and R. M. Price, Adjusted Wald confidence interval for a difference of binomial proportions based on paired data,
     * Journal of Educational and Behavioral Statistics 37 (2012), 479-488.
     *
     * @param first triplets that the first one alone classifies correctly
     * @param second triplets that the second one alone classifies correctly
     * @throws IllegalArgumentException where they are not part of n triplets, or n is 0
     */
    public static Interval pairedDifference(long first, long second, long n) {
        if (n <= 0 || first < 0 || second < 0 || first + second > n) {
            throw new IllegalArgumentException("An interval of a difference needs triplets: " + first + " and " + second + " that differ are not part of " + n + ".");
        }
        double a = (first + 1.0) / (n + 2);
        double b = (second + 1.0) / (n + 2);
        double half = Z * Math.sqrt((a + b - (a - b) * (a - b)) / (n + 2));
        return new Interval(Math.max(-1, a - b - half), Math.min(1, a - b + half));
    }

    /**
     * Computes Student's interval, 95 %, of the mean that values scatter about: m ± t s / √n, with t of n - 1 degrees of freedom.
     * Source: Student, The probable error of a mean, Biometrika 6 (1908), 1-25.
     *
     * @throws IllegalArgumentException where there are fewer than two values: one does not show how they scatter
     */
    public static Interval mean(double... values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("An interval of a mean needs two values or more, not " + values.length + ".");
        }
        SummaryStatistics summary = new SummaryStatistics();
        Arrays.stream(values).forEach(summary::addValue);
        double t = new TDistribution(null, values.length - 1).inverseCumulativeProbability(UPPER);
        double half = t * summary.getStandardDeviation() / Math.sqrt(values.length);
        return new Interval(summary.getMean() - half, summary.getMean() + half);
    }

    /**
     * Computes Student's two-sided p-value of no difference.
     *
     * @param standardError of the difference; where it is 0, only a difference of 0 is possible
     * @param freedom degrees of freedom of the standard error
     */
    public static double pValue(double difference, double standardError, double freedom) {
        if (standardError == 0) {
            return difference == 0 ? 1 : 0;
        }
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(difference) / standardError);
    }
}
