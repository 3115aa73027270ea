package facet.report;

import facet.eval.GroupPair;
import facet.study.Run;
import java.util.List;

/**
 * Two measurements with one seed: of two runs after an epoch, or of one run after two.
 *
 * @param seed of both
 * @param margin of both
 * @param first the one run's groups
 * @param firstEpoch after which they are looked at
 * @param second the other's
 * @param secondEpoch after which those are
 */
record MeasuredPair(long seed, double margin, MeasuredGroups first, int firstEpoch, MeasuredGroups second, int secondEpoch) {

    static MeasuredPair of(SeedPair pair, int epoch) {
        return new MeasuredPair(pair.first().experiment().seed(), pair.first().experiment().margin(), new MeasuredGroups(pair.first()), epoch,
                new MeasuredGroups(pair.second()), epoch);
    }

    static List<MeasuredPair> of(List<Run> runs, int first, int second) {
        return runs.stream().map(run -> {
            MeasuredGroups measured = new MeasuredGroups(run);
            return new MeasuredPair(run.experiment().seed(), run.experiment().margin(), measured, first, measured, second);
        }).toList();
    }

    /** The groups of several sets as if they were one. */
    List<GroupPair> groups(String... sets) {
        return GroupPair.of(String.join(", ", sets), first.together(firstEpoch, sets), second.together(secondEpoch, sets));
    }
}
