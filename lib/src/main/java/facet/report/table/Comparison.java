package facet.report.table;

import facet.eval.Interval;
import facet.eval.PairedAccuracy;
import facet.study.Run;
import java.util.Locale;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Two runs, group by group: they saw the same groups, so the ones that only one gets right say which is better. */
public final class Comparison {

    static final String INCONCLUSIVE = "inconclusive";
    private static final double SIGNIFICANT = 0.05;

    private Comparison() { }

    /**
     * @return a row for each set: how many groups both, one or none of the runs gets right after an epoch, the first one's accuracy less the second
     * one's, McNemar's p-value, and which one is more often right where that is below 0.05: these two networks on these groups, and no other seed.
     * The interval is an approximation; with few groups it may leave out 0 where the exact test can't tell yet, never the other way round.
     * @throws facet.data.FacetException where a run keeps no distances
     */
    public static Table of(String firstName, Run first, String secondName, Run second, int epoch, String... sets) {
        MeasuredGroups ours = new MeasuredGroups(first);
        MeasuredGroups theirs = new MeasuredGroups(second);
        return table(firstName, secondName, sets, set -> PairedAccuracy.of(set, ours.of(epoch, set), theirs.of(epoch, set)));
    }

    /** @return the same for one run after two epochs, such as the last one and 0: what training did */
    public static Table ofEpochs(Run run, int first, int second, String... sets) {
        MeasuredGroups measured = new MeasuredGroups(run);
        return table("epoch " + first, "epoch " + second, sets, set -> PairedAccuracy.of(set, measured.of(first, set), measured.of(second, set)));
    }

    private static Table table(String firstName, String secondName, String[] sets, Function<String, PairedAccuracy> pairs) {
        StringColumn set = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        IntColumn both = IntColumn.create("both right");
        IntColumn onlyFirst = IntColumn.create("only " + firstName + " right");
        IntColumn onlySecond = IntColumn.create("only " + secondName + " right");
        IntColumn neither = IntColumn.create("both wrong");
        DoubleColumn difference = Results.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        DoubleColumn p = Results.decimals("p (McNemar)");
        StringColumn better = StringColumn.create("more often right");
        for (String name : sets) {
            PairedAccuracy pair = pairs.apply(name);
            set.append(name);
            groups.append(pair.groups());
            both.append(pair.both());
            onlyFirst.append(pair.onlyFirst());
            onlySecond.append(pair.onlySecond());
            neither.append(pair.neither());
            difference.append(pair.difference());
            interval.append(text(pair.interval()));
            p.append(pair.pValue());
            better.append(pair.pValue() >= SIGNIFICANT ? INCONCLUSIVE : pair.difference() > 0 ? firstName : secondName);
        }
        return Table.create("", set, groups, both, onlyFirst, onlySecond, neither, difference, interval, p, better);
    }

    /** With signs, since ends may lie on both sides of nothing. */
    static String text(Interval interval) {
        return String.format(Locale.ROOT, "%+.3f to %+.3f", interval.low(), interval.high());
    }
}
