package facet.eval;

import facet.train.GroupDistance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One group as two embedders see it.
 *
 * @param first what the first one says
 * @param second what the second one says
 */
public record GroupPair(GroupDistance first, GroupDistance second) {

    /**
     * Pairs the groups of a set by their names, in the first one's order.
     *
     * @throws IllegalArgumentException where the groups are not the same
     */
    public static List<GroupPair> of(String set, List<GroupDistance> first, List<GroupDistance> second) {
        Map<String, GroupDistance> others = second.stream().collect(Collectors.toMap(GroupDistance::group, Function.identity()));
        return first.stream().map(group -> {
            if (first.size() != second.size() || !others.containsKey(group.group())) {
                throw new IllegalArgumentException("The two were not measured on the same groups of " + set + ".");
            }
            return new GroupPair(group, others.get(group.group()));
        }).toList();
    }
}
