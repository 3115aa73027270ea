package facet.report.table;

import facet.eval.CrossedMean;
import facet.eval.GroupPair;
import facet.eval.TripletDistances;
import facet.study.Run;
import facet.study.Study;
import facet.study.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What differs over several seeds and many groups: {@link Comparison} knows of the groups alone, {@link SeedComparison} of the seeds alone, and either kind
 * of chance can make a difference. Each table has a row for each set and, of several, one for all of their groups: both means over groups and seeds, the difference, its 95 %
 * interval for other groups and other seeds ({@link CrossedMean}), the difference of each seed, and the better side where the interval leaves out 0.
 */
public final class CrossedComparison {

    /** With five that differ, all for one side, even McNemar's exact test can't tell. */
    private static final int LEAST_DIFFERENT = 6;

    private CrossedComparison() { }

    /**
     * Accuracy with two values of a setting, after the study's last epoch. A seed of which one run ended before that is left out.
     *
     * @param setting such as level, with its values as {@link facet.study.Experiment#settings} writes them
     * @throws IllegalArgumentException where fewer than three seeds have both, or something else varies
     * @throws facet.data.FacetException where a run keeps no distances
     */
    public static Table of(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        return table(first, second, true, values(study, runs, setting, first, second), sets);
    }

    /** The same of the mean loss; the better side is the lower one. Networks whose distances differ in scale can't be compared so. */
    public static Table loss(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        return table(first, second, false, values(study, runs, setting, first, second), sets);
    }

    private static List<MeasuredPair> values(Study study, List<Run> runs, String setting, String first, String second) {
        return SeedPair.of(study, runs, setting, first, second).stream().map(pair -> MeasuredPair.of(pair, study.epochs())).toList();
    }

    /**
     * Accuracy of runs that differ in their seeds, after two epochs, such as the last one and 0.
     *
     * @throws IllegalArgumentException where they are fewer than three, something else varies, or they were not measured on the same groups
     * @throws facet.data.FacetException where a run keeps no distances
     */
    public static Table ofEpochs(List<Run> runs, int first, int second, String... sets) {
        return table("epoch " + first, "epoch " + second, true, epochs(runs, first, second), sets);
    }

    /** The same of the mean loss. */
    public static Table lossOfEpochs(List<Run> runs, int first, int second, String... sets) {
        return table("epoch " + first, "epoch " + second, false, epochs(runs, first, second), sets);
    }

    private static List<MeasuredPair> epochs(List<Run> runs, int first, int second) {
        Set<String> varying = Variation.ofRuns(runs).settings();
        if (runs.size() < 3 || !varying.equals(Set.of("seed"))) {
            throw new IllegalArgumentException("It takes three runs or more that differ in their seeds alone; these are " + runs.size() + ", and " + varying + " varies.");
        }
        return runs.stream().map(run -> MeasuredPair.of(run, first, second)).toList();
    }

    private static Table table(String first, String second, boolean accuracy, List<MeasuredPair> pairs, String... sets) {
        StringColumn name = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        DoubleColumn ours = Results.decimals((accuracy ? "" : "loss, ") + first);
        DoubleColumn theirs = Results.decimals((accuracy ? "" : "loss, ") + second);
        DoubleColumn difference = Results.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn bySeed = StringColumn.create("seed by seed");
        StringColumn better = StringColumn.create("better");
        List<String[]> rows = new ArrayList<>(Arrays.stream(sets).map(set -> new String[] {set}).toList());
        if (sets.length > 1) {
            rows.add(sets);
        }
        double margin = pairs.get(0).first().experiment().training().margin();
        ToDoubleFunction<TripletDistances> value = accuracy ? group -> group.correct() ? 1 : 0 : group -> group.loss(margin);
        for (String[] row : rows) {
            List<List<GroupPair>> seeds = pairs.stream().map(pair -> pair.groups(row)).toList();
            double[][] differences = differences(seeds, value);
            CrossedMean mean = accuracy ? CrossedMean.paired(differences) : CrossedMean.of(differences);
            name.append(row.length == 1 ? row[0] : "together");
            groups.append(differences.length);
            ours.append(seeds.stream().flatMap(List::stream).map(GroupPair::first).mapToDouble(value).average().orElseThrow());
            theirs.append(seeds.stream().flatMap(List::stream).map(GroupPair::second).mapToDouble(value).average().orElseThrow());
            difference.append(mean.mean());
            interval.append(Comparison.text(mean.interval()));
            bySeed.append(IntStream.range(0, pairs.size()).mapToObj(seed -> String.format(Locale.ROOT, "%d: %+.3f", pairs.get(seed).seed(),
                    Arrays.stream(differences).mapToDouble(group -> group[seed]).average().orElseThrow())).collect(Collectors.joining(", ")));
            better.append(mean.interval().contains(0) || different(differences) < LEAST_DIFFERENT ? Comparison.INCONCLUSIVE : mean.mean() > 0 == accuracy ? first : second);
        }
        return Table.create("", name, groups, ours, theirs, difference, interval, bySeed, better);
    }

    /** [groups][seeds] */
    private static double[][] differences(List<List<GroupPair>> seeds, ToDoubleFunction<TripletDistances> value) {
        if (seeds.stream().map(seed -> seed.stream().map(pair -> pair.first().group()).toList()).distinct().count() > 1) {
            throw new IllegalArgumentException("The seeds were not measured on the same groups: do they have one split?");
        }
        return IntStream.range(0, seeds.get(0).size()).mapToObj(group -> seeds.stream().map(seed -> seed.get(group))
                .mapToDouble(pair -> value.applyAsDouble(pair.first()) - value.applyAsDouble(pair.second())).toArray()).toArray(double[][]::new);
    }

    private static long different(double[][] differences) {
        return Arrays.stream(differences).filter(group -> Arrays.stream(group).sum() != 0).count();
    }
}
