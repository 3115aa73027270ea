package facet.eval;

import facet.train.GroupDistance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The losses of two embedders on the same groups.
 *
 * @param set the set's name
 * @param groups how many groups it has
 * @param first mean of max(d(A, P) - d(A, N) + margin, 0) with the first one
 * @param second the same with the second one
 * @param interval of the first mean less the second, 95 % ({@link Statistics#mean}, over the groups)
 */
public record PairedLoss(String set, int groups, double first, double second, Interval interval) {

    /**
     * Compares group by group, by the groups' names.
     *
     * @throws IllegalArgumentException where the groups are not the same, or fewer than two
     */
    public static PairedLoss of(String set, List<GroupDistance> first, List<GroupDistance> second, double margin) {
        PairedAccuracy.of(set, first, second); // refuses sets that are not the same
        Map<String, GroupDistance> others = second.stream().collect(Collectors.toMap(GroupDistance::group, Function.identity()));
        double[] changes = first.stream().mapToDouble(group -> group.loss(margin) - others.get(group.group()).loss(margin)).toArray();
        return new PairedLoss(set, first.size(), TripletAccuracy.of(set, first, margin).meanLoss(), TripletAccuracy.of(set, second, margin).meanLoss(),
                Statistics.mean(changes));
    }
}
