package facet.report.table;

import facet.study.Run;
import facet.study.Study;
import facet.train.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a study found, a row for each combination of settings and each set; seeds are summed up. */
public final class StudyTable {

    private static final Set<String> REPEATED = Set.of("seed", "split"); // settings that are varied to see how much chance does

    private StudyTable() { }

    /**
     * Sums up a study.
     *
     * @throws IllegalArgumentException for a set that no run has
     * @return the settings that vary, the set, how many seeds, how many of them diverged before the last epoch, and over
     *     the others: mean accuracy before training and after the last epoch, the lowest and the highest, the mean loss; without what one seed, or none
     *     that diverged, has nothing to say in; and without rows of sets that a combination lacks, as one of other data may
     */
    public static Table of(Study study, List<Run> runs, String... sets) {
        Map<Map<String, String>, List<History>> combinations = new LinkedHashMap<>();
        for (Run run : runs) {
            Map<String, String> settings = study.varied(run.experiment());
            settings.keySet().removeAll(REPEATED);
            combinations.computeIfAbsent(settings, s -> new ArrayList<>()).add(run.history());
        }
        SetNames.check(combinations.values().stream().flatMap(List::stream).toList(), sets);
        Table table = Table.create("");
        study.varying().stream().filter(name -> !REPEATED.contains(name)).forEach(name -> table.addColumns(StringColumn.create(Columns.setting(name))));
        table.addColumns(StringColumn.create("set"), IntColumn.create("triplets"), IntColumn.create("seeds"), IntColumn.create("diverged"),
                Columns.decimals("accuracy at epoch 0"),
                Columns.decimals("accuracy"), Columns.decimals("lowest"), Columns.decimals("highest"), Columns.decimals("average loss"));
        combinations.forEach((settings, histories) -> {
            List<String> measured = Arrays.stream(sets).filter(set -> histories.stream().anyMatch(history -> history.sets().contains(set))).toList();
            for (String set : measured) {
                settings.forEach((name, value) -> table.stringColumn(Columns.setting(name)).append(value));
                append(table, set, histories, study.epochs());
            }
        });
        if (table.intColumn("seeds").max() == 1) {
            table.removeColumns("seeds", "lowest", "highest");
        }
        if (table.intColumn("diverged").max() == 0) {
            table.removeColumns("diverged");
        }
        return table;
    }

    private static void append(Table table, String set, List<History> all, int epochs) {
        List<History> histories = all.stream().filter(history -> history.sets().contains(set)).toList(); // one that has not begun has none
        DescriptiveStatistics before = new DescriptiveStatistics();
        DescriptiveStatistics accuracy = new DescriptiveStatistics();
        DescriptiveStatistics loss = new DescriptiveStatistics();
        histories.forEach(history -> row(history, set, 0).ifPresent(found -> before.addValue(found.accuracy())));
        List<History> whole = histories.stream().filter(history -> history.lastEpoch() >= epochs).toList();
        for (History history : whole) {
            row(history, set, epochs).ifPresent(found -> {
                accuracy.addValue(found.accuracy());
                loss.addValue(found.loss());
            });
        }
        table.stringColumn("set").append(set);
        table.intColumn("triplets").append(histories.get(0).rows(set).get(0).triplets());
        table.intColumn("seeds").append(histories.size());
        table.intColumn("diverged").append(histories.size() - whole.size());
        table.doubleColumn("accuracy at epoch 0").append(before.getMean());
        table.doubleColumn("accuracy").append(accuracy.getMean());
        table.doubleColumn("lowest").append(accuracy.getMin());
        table.doubleColumn("highest").append(accuracy.getMax());
        table.doubleColumn("average loss").append(loss.getMean());
    }

    /** Nothing where there was no judge after that epoch. */
    private static Optional<History.Row> row(History history, String set, int epoch) {
        return history.rows(set).stream().filter(row -> row.epoch() == epoch).findFirst();
    }
}
