package facet.eval.reading;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way to read the paper: settings of its training, and what runs with them measured.
 *
 * @param name its settings, in words
 * @param byRate the runs of its seeds, by learning rate
 */
public record Reading(String name, SortedMap<Double, List<SeedOutcome>> byRate) {

    public Reading {
        SortedMap<Double, List<SeedOutcome>> copy = new TreeMap<>();
        byRate.forEach((rate, seeds) -> copy.put(rate, List.copyOf(seeds)));
        byRate = Collections.unmodifiableSortedMap(copy);
        if (byRate.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("The reading " + name + " has a learning rate without runs.");
        }
    }

    /** Makes a reading of runs by learning rate, in any order. */
    public Reading(String name, Map<Double, List<SeedOutcome>> byRate) {
        this(name, new TreeMap<>(byRate));
    }

    /** @return the runs at a learning rate; none where it was not run */
    public List<SeedOutcome> seeds(double learningRate) {
        return byRate.getOrDefault(learningRate, List.of());
    }

    /** @return what the seeds measured on a set, without those that diverged or did not measure it */
    public List<SetOutcome> outcomes(double learningRate, String set) {
        return seeds(learningRate).stream().filter(seed -> seed.sets().containsKey(set)).map(seed -> seed.sets().get(set)).toList();
    }

    /** @return how many of the seeds diverged */
    public int diverged(double learningRate) {
        return (int) seeds(learningRate).stream().filter(SeedOutcome::diverged).count();
    }

    /** @return the share of the seeds that diverged, from 0 to 1 */
    public double divergedShare(double learningRate) {
        return (double) diverged(learningRate) / Math.max(1, seeds(learningRate).size());
    }

    /** @return how many of the seeds have a validation loss that constantly falls ({@link SeedOutcome#fallsConstantly}) */
    public int falling(double learningRate) {
        return (int) seeds(learningRate).stream().filter(SeedOutcome::fallsConstantly).count();
    }
}
