package facet.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One group as two embedders see it.
 *
 * @param first what the first one says
 * @param second what the second one says
 */
public record GroupPair(TripletDistances first, TripletDistances second) {

    /**
     * Pairs the groups of a set by their names, in the first one's order.
     *
     * @throws IllegalArgumentException where the groups are not the same, each once
     */
    public static List<GroupPair> of(String set, List<TripletDistances> first, List<TripletDistances> second) {
        Map<String, TripletDistances> others = new HashMap<>();
        second.forEach(group -> others.put(group.group(), group));
        Set<String> names = first.stream().map(TripletDistances::group).collect(Collectors.toSet());
        if (first.size() != second.size() || names.size() != first.size() || !names.equals(others.keySet())) {
            throw new IllegalArgumentException("The two were not measured on the same groups of " + set + ".");
        }
        return first.stream().map(group -> new GroupPair(group, others.get(group.group()))).toList();
    }

    /** @return whether the second embedder classifies the triplet correctly and the first one does not */
    public boolean onlySecondCorrect() {
        return !first.correct() && second.correct();
    }
}
