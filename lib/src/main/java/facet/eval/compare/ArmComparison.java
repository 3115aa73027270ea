package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One arm of a study beside its control, paired by seed: the analysis of notebooks/recipes-design.md.
 *
 * @param arm its name
 * @param accuracy the mean of its seeds
 * @param difference the mean over the seeds of the arm's accuracy less the control's
 * @param interval Student's 95 % interval of that mean: it covers other seeds and splits
 * @param adjusted the two-sided p-value, adjusted for all arms ({@link Holm})
 */
public record ArmComparison(String arm, double accuracy, double difference, Interval interval, double adjusted) {

    /**
     * Compares each arm with the first one.
     *
     * @param arms the accuracy of each seed by the arm's name; the first arm is the control
     * @return a comparison for each further arm, in their order
     * @throws IllegalArgumentException where there is no arm beside the control, an arm has other seeds than it, an accuracy is NaN, or there are fewer than two seeds
     */
    public static List<ArmComparison> of(Map<String, Map<Long, Double>> arms) {
        if (arms.size() < 2) {
            throw new IllegalArgumentException("A comparison takes a control and one arm or more; there are " + arms.keySet() + ".");
        }
        String control = arms.keySet().iterator().next();
        Map<String, double[]> differences = new LinkedHashMap<>();
        arms.forEach((arm, seeds) -> differences.put(arm, differences(control, arms.get(control), arm, seeds)));
        differences.remove(control);
        double[] adjusted = Holm.adjusted(differences.values().stream().mapToDouble(ArmComparison::pValue).toArray());
        List<ArmComparison> comparisons = new ArrayList<>();
        differences.forEach((arm, of) -> comparisons.add(new ArmComparison(arm, mean(arms.get(arm)), StatUtils.mean(of), Statistics.mean(of), adjusted[comparisons.size()])));
        return comparisons;
    }

    private static double[] differences(String control, Map<Long, Double> ofControl, String arm, Map<Long, Double> seeds) {
        if (!seeds.keySet().equals(ofControl.keySet())) {
            throw new IllegalArgumentException(arm + " has the seeds " + seeds.keySet() + " and " + control + " has " + ofControl.keySet() + ". Train those that are missing.");
        }
        if (seeds.size() < 2 || seeds.containsValue(Double.NaN)) {
            throw new IllegalArgumentException(arm + " has the accuracies " + seeds + " by seed; it takes two or more, and no NaN.");
        }
        return seeds.entrySet().stream().mapToDouble(seed -> seed.getValue() - ofControl.get(seed.getKey())).toArray();
    }

    /** Student's paired test. */
    private static double pValue(double[] differences) {
        return Statistics.pValue(StatUtils.mean(differences), Math.sqrt(StatUtils.variance(differences) / differences.length), differences.length - 1);
    }

    private static double mean(Map<Long, Double> seeds) {
        return seeds.values().stream().mapToDouble(accuracy -> accuracy).average().orElseThrow();
    }

    /** @return helps or harms where the adjusted p-value is below {@link Statistics#SIGNIFICANCE}, else inconclusive */
    public String verdict() {
        return Verdict.ofTest(adjusted, difference).text("helps", "harms");
    }
}
