package facet.eval.compare;

import facet.eval.MeasuredEpochs;
import facet.eval.TripletDistances;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one run says of each person: the share of some epochs in which the person's triplet is correct. Its mean varies less than the accuracy after the last epoch.
 *
 * @param seed of the run, and of its split
 * @param byPerson the share of each person's triplet, from 0 to 1
 */
public record SeedScores(long seed, Map<String, Double> byPerson) {

    /** The share of a run that has none of the epochs, since it diverged: chance. */
    static final double DIVERGED = 0.5;

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
     * @param last the last one; a run that diverged between counts with the epochs that it has, and with chance where it has none
     * @param sets whose triplets are taken together; a triplet bears its person's name, which is in one of the sets only
     * @throws IllegalArgumentException where a set was never measured, or a person stands in two of them
     */
    public static SeedScores of(long seed, MeasuredEpochs epochs, int first, int last, List<String> sets) {
        Map<String, List<Double>> correct = new LinkedHashMap<>();
        for (String set : sets) {
            List<TripletDistances> start = epochs.distances(0, set);
            if (start.isEmpty()) {
                throw new IllegalArgumentException("Seed " + seed + " did not measure the set " + set + " before training.");
            }
            for (TripletDistances triplet : start) {
                if (correct.put(triplet.name(), new ArrayList<>()) != null) {
                    throw new IllegalArgumentException(triplet.name() + " stands twice in " + String.join(", ", sets) + " of seed " + seed + ".");
                }
            }
            IntStream.rangeClosed(first, last).mapToObj(epoch -> epochs.distances(epoch, set)).flatMap(List::stream)
                    .forEach(triplet -> correct.get(triplet.name()).add(triplet.correct() ? 1.0 : 0.0));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        correct.forEach((person, epochsOf) -> shares.put(person, epochsOf.stream().mapToDouble(x -> x).average().orElse(DIVERGED)));
        return new SeedScores(seed, shares);
    }

    /** @return the mean over the persons: the run's endpoint */
    public double mean() {
        return byPerson.values().stream().mapToDouble(share -> share).average().orElseThrow();
    }
}
