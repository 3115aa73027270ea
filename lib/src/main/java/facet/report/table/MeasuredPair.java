package facet.report.table;

import facet.eval.GroupPair;
import facet.study.Run;
import java.util.List;

/**
 * Two measurements with one seed: of two runs after an epoch, or of one run after two.
 *
 * @param first the one run's groups
 * @param firstEpoch after which they are looked at
 * @param second the other's
 * @param secondEpoch after which those are
 */
record MeasuredPair(MeasuredGroups first, int firstEpoch, MeasuredGroups second, int secondEpoch) {

    static MeasuredPair of(SeedPair pair, int epoch) {
        return new MeasuredPair(new MeasuredGroups(pair.first().run()), epoch, new MeasuredGroups(pair.second().run()), epoch);
    }

    static MeasuredPair of(Run run, int first, int second) {
        MeasuredGroups measured = new MeasuredGroups(run);
        return new MeasuredPair(measured, first, measured, second);
    }

    /** The groups of several sets as if they were one. */
    List<GroupPair> groups(String... sets) {
        return GroupPair.of(String.join(", ", sets), first.together(firstEpoch, sets), second.together(secondEpoch, sets));
    }

    long seed() {
        return first.experiment().training().seed();
    }
}
