package facet.train.diagnosis;

import facet.train.StepHealth;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What an epoch's steps showed of how the training does, each before it changed the parameters.
 *
 * @param epoch from 1; 0 is the first batch alone, which meets the network that training starts from
 * @param active share of the triplets that have a loss above 0, from 0 to 1
 * @param positive mean d(A, P) over the triplets
 * @param negative mean d(A, N) over the triplets
 * @param norm mean over the steps of the mean Euclidean norm of their embeddings
 * @param gradient mean over the steps of the norm of their gradient; a zero-loss batch counts as 0
 */
public record EpochHealth(int epoch, double active, double positive, double negative, double norm, double gradient) {

    /**
     * Averages the steps of an epoch. A triplet counts alike in all of them, though the last batch may have fewer.
     *
     * @param steps with a finite loss, at least one
     */
    public static EpochHealth of(int epoch, List<StepHealth> steps) {
        return new EpochHealth(epoch, byTriplet(steps, step -> step.triplets() == 0 ? 0 : (double) step.active() / step.triplets()), byTriplet(steps, StepHealth::positive),
                byTriplet(steps, StepHealth::negative), mean(steps, StepHealth::norm), mean(steps, StepHealth::gradient));
    }

    private static double byTriplet(List<StepHealth> steps, ToDoubleFunction<StepHealth> value) {
        double sum = steps.stream().mapToDouble(step -> step.triplets() * value.applyAsDouble(step)).sum();
        return sum / Math.max(1, steps.stream().mapToInt(StepHealth::triplets).sum()); // of no triplet, 0
    }

    private static double mean(List<StepHealth> steps, ToDoubleFunction<StepHealth> value) {
        return steps.stream().mapToDouble(value).filter(each -> !Double.isNaN(each)).average().orElse(0);
    }
}
