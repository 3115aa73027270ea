package facet.eval;

import java.util.List;

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
    public static PairedLoss of(String set, List<TripletDistances> first, List<TripletDistances> second, double margin) {
        double[] changes = GroupPair.of(set, first, second).stream()
                .mapToDouble(pair -> pair.first().loss(margin) - pair.second().loss(margin)).toArray();
        return new PairedLoss(set, first.size(), TripletAccuracy.of(set, first, margin).meanLoss(), TripletAccuracy.of(set, second, margin).meanLoss(),
                Statistics.mean(changes));
    }
}
