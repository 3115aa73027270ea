package facet.eval.compare;

import facet.eval.TripletDistances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One triplet as two embedders see it.
 *
 * @param first its distances with the first one
 * @param second its distances with the second one
 */
public record TripletPair(TripletDistances first, TripletDistances second) {

    /**
     * Pairs the triplets of a set by their names, in the first one's order.
     *
     * @throws IllegalArgumentException where the triplets are not the same, each once
     */
    public static List<TripletPair> of(String set, List<TripletDistances> first, List<TripletDistances> second) {
        Map<String, TripletDistances> others = new HashMap<>();
        second.forEach(triplet -> others.put(triplet.name(), triplet));
        Set<String> names = first.stream().map(TripletDistances::name).collect(Collectors.toSet());
        if (first.size() != second.size() || names.size() != first.size() || !names.equals(others.keySet())) {
            throw new IllegalArgumentException("The two were not measured on the same triplets of " + set + ". Compare runs of one split.");
        }
        return first.stream().map(triplet -> new TripletPair(triplet, others.get(triplet.name()))).toList();
    }

    /** @return whether the second embedder classifies the triplet correctly and the first one does not */
    public boolean onlySecondCorrect() {
        return !first.correct() && second.correct();
    }
}
