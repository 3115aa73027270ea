package facet.eval.compare;

import facet.eval.MeasuredEpochs;
import facet.eval.TripletDistances;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The scores of one run by person: the share of some epochs in which the person's triplet is correct. Its mean varies less than the accuracy after the last epoch.
 *
 * @param seed of the run, and of its split
 * @param byPerson the share of each person's triplet, from 0 to 1
 */
public record SeedScores(long seed, Map<String, Double> byPerson) {

    public SeedScores {
        if (byPerson.isEmpty()) {
            throw new IllegalArgumentException("Seed " + seed + " has no triplets. Were the sets measured?");
        }
        byPerson = Collections.unmodifiableMap(new LinkedHashMap<>(byPerson));
    }

    /**
     * Averages over epochs.
     *
     * @param first the first epoch that counts
     * @param last the last one
     * @param diverged whether the run ended early: then it counts with the epochs that it has, and with the network before training where it has none of them
     * @param sets whose triplets are taken together; a triplet bears its person's name, which is in one of the sets only
     * @throws IllegalArgumentException where a set was not measured after an epoch that the run should have, or a person stands in two sets
     */
    public static SeedScores of(long seed, MeasuredEpochs epochs, int first, int last, boolean diverged, List<String> sets) {
        Map<String, List<Double>> correct = new LinkedHashMap<>();
        for (int epoch : counted(first, last, diverged, epochs.byEpoch()::containsKey)) {
            Set<String> seen = new HashSet<>();
            for (String set : sets) {
                List<TripletDistances> triplets = epochs.distances(epoch, set);
                if (triplets.isEmpty()) {
                    throw new IllegalArgumentException("The run of seed " + seed + " has no distances of " + set + " after epoch " + epoch + ". Is it trained to the end?");
                }
                for (TripletDistances triplet : triplets) {
                    if (!seen.add(triplet.name())) {
                        throw new IllegalArgumentException(triplet.name() + " stands twice in " + String.join(", ", sets) + " of seed " + seed + ".");
                    }
                    correct.computeIfAbsent(triplet.name(), name -> new ArrayList<>()).add(triplet.correct() ? 1.0 : 0.0);
                }
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        correct.forEach((person, of) -> shares.put(person, of.stream().mapToDouble(x -> x).average().orElseThrow()));
        return new SeedScores(seed, shares);
    }

    /**
     * Chooses the epochs of a run that count.
     *
     * @param diverged whether the run ended early: then it counts with those that it has, and with the network before training, epoch 0, where it has none of them
     * @param measured whether the run has an epoch
     */
    public static List<Integer> counted(int first, int last, boolean diverged, IntPredicate measured) {
        List<Integer> counted = IntStream.rangeClosed(first, last).filter(epoch -> !diverged || measured.test(epoch)).boxed().toList();
        return counted.isEmpty() ? List.of(0) : counted;
    }

    /** @return the mean over the persons: the run's endpoint */
    public double mean() {
        return byPerson.values().stream().mapToDouble(share -> share).average().orElseThrow();
    }
}
