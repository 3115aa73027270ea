package facet.report;

import facet.eval.CrossedMean;
import facet.eval.GroupPair;
import facet.study.Run;
import facet.study.Study;
import facet.train.GroupDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What differs over several seeds and many groups: {@link Comparison} knows of the groups alone, {@link SeedComparison} of the seeds alone, and either kind
 * of chance can make a difference. Each table has a row for each set and, of several, one for all of their groups: both means, the difference, its 95 % interval for
 * other groups and other seeds ({@link CrossedMean}), the difference of each seed, and a verdict where the interval leaves out 0.
 */
public final class CrossedComparison {

    private static final ToDoubleFunction<GroupDistance> CORRECT = group -> group.correct() ? 1 : 0;

    /** Two measurements of the same groups with one seed. */
    private record Pair(MeasuredGroups first, int firstEpoch, MeasuredGroups second, int secondEpoch) { }

    private CrossedComparison() { }

    /**
     * Accuracy with two values of a setting, after the study's last epoch.
     *
     * @param setting such as level, with its values as {@link facet.study.Experiment#settings} writes them
     * @throws IllegalArgumentException where fewer than two seeds have both, or they have not one split
     * @throws facet.data.FacetException where a run keeps no distances
     */
    public static Table of(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        List<Pair> pairs = SeedPair.of(study, runs, setting, first, second).stream()
                .map(pair -> new Pair(new MeasuredGroups(pair.first()), study.epochs(), new MeasuredGroups(pair.second()), study.epochs())).toList();
        return table(first, second, first, second, pairs, CORRECT, sets);
    }

    /** @return accuracy of the same runs, which differ in their seeds, after two epochs, such as the last one and 0 */
    public static Table ofEpochs(List<Run> runs, int first, int second, String... sets) {
        return table("epoch " + first, "epoch " + second, "epoch " + first, "epoch " + second, epochs(runs, first, second), CORRECT, sets);
    }

    /** @return the same of the mean loss; the verdict names the epoch with the lower one */
    public static Table lossOfEpochs(List<Run> runs, int first, int second, String... sets) {
        double margin = runs.get(0).experiment().margin();
        return table("loss, epoch " + first, "loss, epoch " + second, "epoch " + second, "epoch " + first, epochs(runs, first, second),
                group -> group.loss(margin), sets);
    }

    private static List<Pair> epochs(List<Run> runs, int first, int second) {
        return runs.stream().map(MeasuredGroups::new).map(measured -> new Pair(measured, first, measured, second)).toList();
    }

    private static Table table(String first, String second, String above, String below, List<Pair> pairs, ToDoubleFunction<GroupDistance> value, String... sets) {
        StringColumn name = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        DoubleColumn ours = Results.decimals(first);
        DoubleColumn theirs = Results.decimals(second);
        DoubleColumn difference = Results.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn bySeed = StringColumn.create("by seed");
        StringColumn verdict = StringColumn.create("better");
        List<String[]> rows = new ArrayList<>(Arrays.stream(sets).map(set -> new String[] {set}).toList());
        if (sets.length > 1) {
            rows.add(sets);
        }
        for (String[] row : rows) {
            List<List<GroupPair>> seeds = pairs.stream().map(pair -> GroupPair.of(String.join(", ", row),
                    pair.first().together(pair.firstEpoch(), row), pair.second().together(pair.secondEpoch(), row))).toList();
            CrossedMean mean = CrossedMean.of(differences(seeds, value));
            name.append(row.length == 1 ? row[0] : "together");
            groups.append(seeds.get(0).size());
            ours.append(seeds.stream().flatMap(List::stream).map(GroupPair::first).mapToDouble(value).average().orElseThrow());
            theirs.append(seeds.stream().flatMap(List::stream).map(GroupPair::second).mapToDouble(value).average().orElseThrow());
            difference.append(mean.mean());
            interval.append(Comparison.text(mean.interval()));
            bySeed.append(seeds.stream().map(seed -> CrossedComparison.text(seed, value)).collect(Collectors.joining(", ")));
            verdict.append(mean.interval().contains(0) ? Comparison.UNTOLD : mean.mean() > 0 ? above : below);
        }
        return Table.create("", name, groups, ours, theirs, difference, interval, bySeed, verdict);
    }

    /** [groups][seeds] */
    private static double[][] differences(List<List<GroupPair>> seeds, ToDoubleFunction<GroupDistance> value) {
        if (seeds.stream().map(seed -> seed.stream().map(pair -> pair.first().group()).toList()).distinct().count() > 1) {
            throw new IllegalArgumentException("The seeds were not measured on the same groups: do they have one split?");
        }
        return IntStream.range(0, seeds.get(0).size()).mapToObj(group -> seeds.stream().mapToDouble(seed -> difference(seed.get(group), value)).toArray())
                .toArray(double[][]::new);
    }

    private static double difference(GroupPair pair, ToDoubleFunction<GroupDistance> value) {
        return value.applyAsDouble(pair.first()) - value.applyAsDouble(pair.second());
    }

    private static String text(List<GroupPair> seed, ToDoubleFunction<GroupDistance> value) {
        return String.format(Locale.ROOT, "%+.3f", seed.stream().mapToDouble(pair -> difference(pair, value)).average().orElseThrow());
    }
}
