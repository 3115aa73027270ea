package facet.report.table;

import facet.eval.MeasuredLoss;
import facet.eval.compare.CrossedComparison;
import facet.eval.compare.MeasuredPair;
import facet.report.IntervalText;
import facet.report.RunNames;
import facet.study.MeasuredRun;
import facet.study.Run;
import facet.study.SeedPairs;
import facet.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows what differs over several seeds and many triplets: {@link CrossedComparison}. Each table has a row for each set and, of several, one for all together. */
public final class CrossedTable {

    private CrossedTable() { }

    /**
     * Compares accuracies with two values of a setting, after the study's last epoch. {@link SeedPairs#of} says which runs are paired and which are left out.
     *
     * @param setting such as level, with its values as {@link facet.study.Experiment#settings} writes them
     * @throws IllegalArgumentException where fewer than three seeds have both, or something else varies
     * @throws facet.io.FacetException where a run keeps no distances
     */
    public static Table of(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        return accuracy(name(study, setting, first), name(study, setting, second), pairs(study, runs, setting, first, second, sets), sets);
    }

    /** Compares the mean losses likewise, of one formula. Networks whose distances differ in scale can't be compared so. */
    public static Table loss(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        return loss(name(study, setting, first), name(study, setting, second), pairs(study, runs, setting, first, second, sets), MeasuredRun.loss(runs), sets);
    }

    private static String name(Study study, String setting, String value) {
        return RunNames.value(study.experiments().get(0), setting, value);
    }

    private static List<MeasuredPair> pairs(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        return SeedPairs.of(study, runs, setting, first, second).stream().map(pair -> pair.measured(study.epochs(), sets)).toList();
    }

    /**
     * Compares the accuracies of runs that differ in their seeds, after two epochs, such as the last one and 0.
     *
     * @throws IllegalArgumentException where they are fewer than three, something else varies, or they were not measured on the same triplets
     * @throws facet.io.FacetException where a run keeps no distances
     */
    public static Table ofEpochs(List<Run> runs, int first, int second, String... sets) {
        return accuracy("epoch " + first, "epoch " + second, SeedPairs.ofEpochs(runs, first, second, sets), sets);
    }

    /** Compares the mean losses likewise. */
    public static Table lossOfEpochs(List<Run> runs, int first, int second, String... sets) {
        return loss("epoch " + first, "epoch " + second, SeedPairs.ofEpochs(runs, first, second, sets), MeasuredRun.loss(runs), sets);
    }

    private static Table accuracy(String first, String second, List<MeasuredPair> pairs, String... sets) {
        return table("", "higher accuracy", first, second, row -> CrossedComparison.accuracy(pairs, row), sets);
    }

    private static Table loss(String first, String second, List<MeasuredPair> pairs, MeasuredLoss loss, String... sets) {
        return table("loss, ", "lower", first, second, row -> CrossedComparison.loss(pairs, row, loss), sets);
    }

    private static Table table(String what, String better, String first, String second, Function<List<String>, CrossedComparison> comparison, String... sets) {
        StringColumn name = StringColumn.create("set");
        IntColumn triplets = IntColumn.create("triplets");
        DoubleColumn ours = Columns.decimals(what + first);
        DoubleColumn theirs = Columns.decimals(what + second);
        DoubleColumn difference = Columns.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn bySeed = StringColumn.create("seed by seed");
        StringColumn verdict = StringColumn.create(better);
        List<List<String>> rows = new ArrayList<>(Arrays.stream(sets).map(List::of).toList());
        if (sets.length > 1) {
            rows.add(List.of(sets));
        }
        for (List<String> row : rows) {
            CrossedComparison found = comparison.apply(row);
            name.append(row.size() == 1 ? row.get(0) : "together");
            triplets.append(found.triplets());
            ours.append(found.first());
            theirs.append(found.second());
            difference.append(found.difference());
            interval.append(IntervalText.difference(found.interval()));
            bySeed.append(found.seeds().stream().map(seed -> String.format(Locale.ROOT, "%d: %+.3f", seed.seed(), seed.difference())).collect(Collectors.joining(", ")));
            verdict.append(found.verdict().text(first, second));
        }
        return Table.create("", name, triplets, ours, theirs, difference, interval, bySeed, verdict);
    }
}
