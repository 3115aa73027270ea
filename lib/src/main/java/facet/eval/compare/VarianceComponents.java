package facet.eval.compare;

import facet.eval.Statistics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Why the accuracies of runs of one network differ, and so how many runs a study needs.
 *
 * @param seeds the variance between seeds, of infinitely many triplets
 * @param triplets the variance between the triplets of a run
 */
public record VarianceComponents(double seeds, double triplets) {

    /**
     * Estimates both from runs that were measured on the same triplets. Of the variance of their means, the part that single triplets make is taken away: their
     * variance between the seeds, by their number.
     *
     * @throws IllegalArgumentException where there are fewer than two runs, or they have other triplets
     */
    public static VarianceComponents of(List<SeedScores> runs) {
        if (runs.size() < 2 || runs.stream().map(run -> run.byPerson().keySet()).distinct().count() > 1) {
            throw new IllegalArgumentException("The variance between seeds needs two runs or more on the same triplets.");
        }
        List<String> people = List.copyOf(runs.get(0).byPerson().keySet());
        double means = StatUtils.variance(runs.stream().mapToDouble(SeedScores::mean).toArray());
        double single = people.stream().mapToDouble(person -> StatUtils.variance(runs.stream().mapToDouble(run -> run.byPerson().get(person)).toArray())).average().orElseThrow();
        double within = runs.stream().mapToDouble(run -> StatUtils.variance(run.byPerson().values().stream().mapToDouble(share -> share).toArray())).average().orElseThrow();
        return new VarianceComponents(Math.max(0, means - single / people.size()), within);
    }

    /** Averages those of several networks. */
    public static VarianceComponents mean(VarianceComponents... networks) {
        return new VarianceComponents(Stream.of(networks).mapToDouble(VarianceComponents::seeds).average().orElseThrow(),
                Stream.of(networks).mapToDouble(VarianceComponents::triplets).average().orElseThrow());
    }

    /**
     * Predicts how often a study finds a difference: two networks with so many runs each, every run with a split of its own, compared at 5 % by Welch's test. The
     * distribution under the difference is taken as Student's, shifted by it. Holm's adjustment is not in it. Components of runs that share a split
     * lack what other people to train on add to the variance between seeds.
     *
     * @param runs of each network, two or more
     * @param tested triplets of a run
     * @param difference of the networks' accuracies
     * @return the power, from 0.05 to 1
     */
    public double power(int runs, int tested, double difference) {
        TDistribution student = new TDistribution(null, 2.0 * runs - 2);
        double limit = student.inverseCumulativeProbability(Statistics.UPPER);
        double shift = difference / Math.sqrt(2 * (seeds + triplets / tested) / runs);
        return student.cumulativeProbability(shift - limit) + student.cumulativeProbability(-shift - limit);
    }

    /**
     * Finds the least number of runs of each network with which a study finds a difference so often.
     *
     * @throws IllegalArgumentException where 1,000 are not enough
     */
    public int runs(int tested, double difference, double power) {
        for (int runs = 2; runs <= 1000; runs++) {
            if (power(runs, tested, difference) >= power) {
                return runs;
            }
        }
        throw new IllegalArgumentException("More than 1000 runs of each network are needed to find a difference of " + difference + ". Look for a larger one.");
    }
}
