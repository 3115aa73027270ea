package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * The accuracies with two values of a setting over many seeds: what the setting does on these triplets, apart from the chance that lies in one training.
 *
 * @param set the set's name
 * @param triplets how many triplets it has; they are the same with each seed
 * @param differences of each seed, the accuracy with the first value less that with the second; two seeds or more
 */
public record SeedComparison(String set, int triplets, List<Double> differences) {

    public SeedComparison {
        differences = List.copyOf(differences);
    }

    /** @return the number of seeds */
    public int seeds() {
        return differences.size();
    }

    /** @return the mean difference */
    public double mean() {
        return summary().getMean();
    }

    /**
     * Computes the mean's 95 % interval over the seeds ({@link Statistics#mean}). The triplets stay the same: it does not cover other triplets.
     *
     * @throws IllegalArgumentException where there are fewer than two seeds
     */
    public Interval interval() {
        return Statistics.mean(differences.stream().mapToDouble(difference -> difference).toArray());
    }

    /** @return the smallest difference of a seed */
    public double lowest() {
        return summary().getMin();
    }

    /** @return the largest difference of a seed */
    public double highest() {
        return summary().getMax();
    }

    /** @return how many seeds have the higher accuracy with the first value */
    public int forFirst() {
        return (int) differences.stream().filter(difference -> difference > 0).count();
    }

    /** @return how many seeds have the higher accuracy with the second value */
    public int forSecond() {
        return (int) differences.stream().filter(difference -> difference < 0).count();
    }

    /** @return the value with the higher accuracy where the interval excludes 0 */
    public Verdict verdict() {
        return Verdict.ofInterval(interval(), mean());
    }

    private DescriptiveStatistics summary() {
        return new DescriptiveStatistics(differences.stream().mapToDouble(difference -> difference).toArray());
    }
}
