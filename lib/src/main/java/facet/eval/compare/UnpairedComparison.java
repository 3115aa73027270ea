package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Compares two networks by runs whose seeds have splits of their own: the analysis of notebooks/study-design.md. The interval is for other seeds, other splits and other
 * people of the same kind.
 *
 * @param first the mean accuracy of the first network's runs
 * @param second that of the second one's
 * @param standardError of their difference
 * @param freedom degrees of freedom of the standard error, Welch's
 */
public record UnpairedComparison(double first, double second, double standardError, double freedom) {

    /**
     * Compares two networks by their runs. The variance is that between seeds, s²/n of each network, and what the recurrence of people in several splits adds: the variance clustered by person
     * less that clustered by person and seed, where it is positive. Sources: B. L. Welch, The generalization of "Student's" problem when several different population variances
     * are involved, Biometrika 34 (1947), 28-35; A. C. Cameron, J. B. Gelbach and D. L. Miller, Robust inference with multiway clustering, Journal of Business and
     * Economic Statistics 29 (2011), 238-249.
     *
     * @throws IllegalArgumentException where a network has fewer than two runs
     */
    public static UnpairedComparison of(List<SeedScores> first, List<SeedScores> second) {
        double[] firstMeans = means(first);
        double[] secondMeans = means(second);
        double ofFirst = StatUtils.variance(firstMeans) / firstMeans.length;
        double ofSecond = StatUtils.variance(secondMeans) / secondMeans.length;
        double seeds = ofFirst + ofSecond;
        double freedom = seeds == 0 ? firstMeans.length + secondMeans.length - 2
                : seeds * seeds / (ofFirst * ofFirst / (firstMeans.length - 1) + ofSecond * ofSecond / (secondMeans.length - 1));
        Map<String, Double> byPerson = new HashMap<>();
        Map<List<Object>, Double> byPersonAndSeed = new HashMap<>();
        influence(first, 1, byPerson, byPersonAndSeed);
        influence(second, -1, byPerson, byPersonAndSeed);
        double recurring = squares(byPerson) - squares(byPersonAndSeed);
        return new UnpairedComparison(StatUtils.mean(firstMeans), StatUtils.mean(secondMeans), Math.sqrt(seeds + Math.max(0, recurring)), freedom);
    }

    private static double[] means(List<SeedScores> runs) {
        if (runs.size() < 2) {
            throw new IllegalArgumentException("A network needs two runs or more to be compared, not " + runs.size() + ": one does not show how seeds vary.");
        }
        return runs.stream().mapToDouble(SeedScores::mean).toArray();
    }

    /** Adds what each score moves the difference by. Both networks' runs of a seed have its split, so that a person's two scores belong together. */
    private static void influence(List<SeedScores> runs, int sign, Map<String, Double> byPerson, Map<List<Object>, Double> byPersonAndSeed) {
        double mean = runs.stream().mapToDouble(SeedScores::mean).average().orElseThrow();
        for (SeedScores run : runs) {
            run.byPerson().forEach((person, score) -> {
                double moved = sign * (score - mean) / (runs.size() * (double) run.byPerson().size());
                byPerson.merge(person, moved, Double::sum);
                byPersonAndSeed.merge(List.of(person, run.seed()), moved, Double::sum);
            });
        }
    }

    private static double squares(Map<?, Double> sums) {
        return sums.values().stream().mapToDouble(sum -> sum * sum).sum();
    }

    /** @return the first network's accuracy less the second one's */
    public double difference() {
        return first - second;
    }

    /** @return the 95 % interval of the difference */
    public Interval interval() {
        return interval(1 - Statistics.SIGNIFICANCE);
    }

    /** @return the two-sided p-value of no difference */
    public double pValue() {
        return Statistics.pValue(difference(), standardError, freedom);
    }

    /**
     * @return whether the difference is smaller than a bound either way: two one-sided tests at 5 %, as the 90 % interval (D. J. Schuirmann, Journal of Pharmacokinetics
     *     and Biopharmaceutics 15 (1987), 657-680)
     */
    public boolean isWithin(double bound) {
        Interval narrow = interval(1 - 2 * Statistics.SIGNIFICANCE);
        return -bound < narrow.low() && narrow.high() < bound;
    }

    private Interval interval(double level) {
        double half = standardError == 0 ? 0 : new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2) * standardError;
        return new Interval(difference() - half, difference() + half);
    }
}
