package facet.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What one measuring found: the distances of each set's triplets.
 *
 * @param bySet the triplets of each set; sets and triplets are in the order in which they were measured
 */
public record Measurements(Map<String, List<TripletDistances>> bySet) {

    public Measurements {
        Map<String, List<TripletDistances>> copy = new LinkedHashMap<>();
        bySet.forEach((set, triplets) -> copy.put(set, List.copyOf(triplets)));
        bySet = Collections.unmodifiableMap(copy);
    }

    /** @return the names of the sets, in order */
    public Set<String> sets() {
        return bySet.keySet();
    }

    /**
     * Returns the triplets of one set.
     *
     * @throws IllegalArgumentException where the set was not measured; it names those that were
     */
    public List<TripletDistances> distances(String set) {
        List<TripletDistances> triplets = bySet.get(set);
        if (triplets == null) {
            throw new IllegalArgumentException("The set " + set + " was not measured. Choose one of " + sets() + ".");
        }
        return triplets;
    }

    /** @return the triplets of several sets as if they were one; each is named after its set, since two sets may name a triplet alike */
    public List<TripletDistances> together(String... sets) {
        return Arrays.stream(sets).flatMap(set -> distances(set).stream().map(triplet -> triplet.named(set + "/" + triplet.name()))).toList();
    }

    /**
     * Sums up one set.
     *
     * @throws IllegalArgumentException where the set was not measured, or has no triplets
     */
    public TripletAccuracy accuracy(String set, double margin) {
        return TripletAccuracy.of(set, distances(set), margin);
    }

    /** Passes each set and its triplets on, in order. */
    public void forEach(BiConsumer<String, List<TripletDistances>> action) {
        bySet.forEach(action);
    }

    /** Collects measurements triplet by triplet. */
    public static final class Builder {

        private final Map<String, List<TripletDistances>> bySet = new LinkedHashMap<>();

        /** Adds a set, which may stay without triplets. */
        public Builder set(String set) {
            bySet.computeIfAbsent(set, name -> new ArrayList<>());
            return this;
        }

        /** Adds a triplet to its set. */
        public Builder add(String set, TripletDistances triplet) {
            set(set);
            bySet.get(set).add(triplet);
            return this;
        }

        /** @return what was collected */
        public Measurements build() {
            return new Measurements(bySet);
        }
    }
}
