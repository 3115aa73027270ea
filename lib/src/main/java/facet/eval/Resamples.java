package facet.eval;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * The bootstrap: units, such as people, are drawn with replacement many times, and what each draw measured is summed up in an interval.
 * Source: B. Efron and R. J. Tibshirani, An introduction to the bootstrap (1993), chapter 13, the percentile interval.
 */
public final class Resamples {

    /** How many resamples are drawn. */
    public static final int DRAWS = 2000;

    private Resamples() { }

    /** @return how often each of so many units stands in the sample itself: once */
    public static int[] once(int units) {
        int[] counts = new int[units];
        Arrays.fill(counts, 1);
        return counts;
    }

    /** @return how often each of so many units was drawn, in as many draws as there are units */
    public static int[] draw(int units, Random random) {
        int[] counts = new int[units];
        for (int i = 0; i < units; i++) {
            counts[random.nextInt(units)]++;
        }
        return counts;
    }

    /** @return the middle 95 % of what the draws measured, with percentiles as numpy's */
    public static Interval middle(double... values) {
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(values);
        return new Interval(percentile.evaluate(100 * (1 - Statistics.UPPER)), percentile.evaluate(100 * Statistics.UPPER));
    }
}
