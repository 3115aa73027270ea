package facet.report;

import facet.eval.PairedLoss;
import facet.study.Run;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The mean losses of a run on the same groups after two epochs; what {@link Comparison#ofEpochs} is to accuracy. */
public final class LossComparison {

    private LossComparison() { }

    /**
     * Compares two epochs.
     *
     * @return a row for each set: both mean losses, the first less the second, its 95 % interval over the groups, and which one is lower
     *     where that leaves out 0. A few groups with large losses make it an approximation.
     * @throws facet.data.FacetException where the run keeps no distances
     * @throws IllegalArgumentException where a set has fewer than two groups, which have no interval
     */
    public static Table ofEpochs(Run run, int firstEpoch, int secondEpoch, String... sets) {
        MeasuredGroups measured = new MeasuredGroups(run);
        StringColumn set = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        DoubleColumn first = Results.decimals("loss, epoch " + firstEpoch);
        DoubleColumn second = Results.decimals("loss, epoch " + secondEpoch);
        DoubleColumn difference = Results.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn lower = StringColumn.create("lower");
        for (String name : sets) {
            PairedLoss pair = PairedLoss.of(name, measured.of(firstEpoch, name), measured.of(secondEpoch, name), run.experiment().margin());
            set.append(name);
            groups.append(pair.groups());
            first.append(pair.first());
            second.append(pair.second());
            difference.append(pair.first() - pair.second());
            interval.append(Comparison.text(pair.interval()));
            lower.append(pair.interval().contains(0) ? Comparison.UNTOLD : "epoch " + (pair.first() < pair.second() ? firstEpoch : secondEpoch));
        }
        return Table.create("", set, groups, first, second, difference, interval, lower);
    }
}
