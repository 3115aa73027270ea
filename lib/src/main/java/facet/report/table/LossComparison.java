package facet.report.table;

import facet.eval.PairedLoss;
import facet.study.Run;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Mean losses on the same groups, of two runs or of one after two epochs; what {@link Comparison} is to accuracy. */
public final class LossComparison {

    private LossComparison() { }

    /**
     * Compares two runs after the same epoch.
     *
     * @return a row for each set: both mean losses, the first less the second, its 95 % interval over the groups, and which one is lower
     *     where that leaves out 0. A few groups with large losses make it an approximation.
     * @throws facet.data.FacetException where a run keeps no distances
     * @throws IllegalArgumentException where the runs' margins differ, or a set has fewer than two groups, which have no interval
     */
    public static Table of(String firstName, Run first, String secondName, Run second, int epoch, String... sets) {
        double margin = first.experiment().training().margin();
        if (second.experiment().training().margin() != margin) {
            throw new IllegalArgumentException("Losses of the margins " + margin + " and " + second.experiment().training().margin() + " do not compare.");
        }
        MeasuredGroups ours = new MeasuredGroups(first);
        MeasuredGroups theirs = new MeasuredGroups(second);
        return table(firstName, secondName, sets, set -> PairedLoss.of(set, ours.of(epoch, set), theirs.of(epoch, set), margin));
    }

    /** @return the same for one run after two epochs */
    public static Table ofEpochs(Run run, int first, int second, String... sets) {
        MeasuredGroups measured = new MeasuredGroups(run);
        return table("epoch " + first, "epoch " + second, sets,
                set -> PairedLoss.of(set, measured.of(first, set), measured.of(second, set), run.experiment().training().margin()));
    }

    private static Table table(String firstName, String secondName, String[] sets, Function<String, PairedLoss> pairs) {
        StringColumn set = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        DoubleColumn first = Results.decimals("loss, " + firstName);
        DoubleColumn second = Results.decimals("loss, " + secondName);
        DoubleColumn difference = Results.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn lower = StringColumn.create("lower");
        for (String name : sets) {
            PairedLoss pair = pairs.apply(name);
            set.append(name);
            groups.append(pair.groups());
            first.append(pair.first());
            second.append(pair.second());
            difference.append(pair.first() - pair.second());
            interval.append(Comparison.text(pair.interval()));
            lower.append(pair.interval().contains(0) ? Comparison.INCONCLUSIVE : pair.first() < pair.second() ? firstName : secondName);
        }
        return Table.create("", set, groups, first, second, difference, interval, lower);
    }
}
