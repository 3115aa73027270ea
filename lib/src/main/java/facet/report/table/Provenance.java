package facet.report.table;

import facet.io.Durations;
import facet.study.Run;
import facet.study.RunLog;
import facet.study.Variation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows where runs come from, for a notebook that draws conclusions from them: split, time, memory, processor. {@link RunsTable} shows how well they do. */
public final class Provenance {

    private static final double BYTES_A_GIGABYTE = 1e9;

    private Provenance() { }

    /**
     * Lists where runs come from.
     *
     * @return a row for each run; its memory is the most that the program had taken until then, earlier runs of the same study among it. What is alike in
     *     all rows of split, processor and library stands in the table's name
     */
    public static Table of(List<Run> runs) {
        Variation all = Variation.ofRuns(runs);
        StringColumn id = StringColumn.create("run");
        StringColumn settings = StringColumn.create("settings");
        StringColumn split = StringColumn.create("split");
        IntColumn epochs = IntColumn.create("epochs");
        StringColumn time = StringColumn.create("time");
        DoubleColumn memory = Columns.decimals("memory, GB");
        StringColumn processor = StringColumn.create("processor");
        StringColumn library = StringColumn.create("library");
        for (Run run : runs) {
            List<RunLog.Row> log = run.log();
            id.append(run.id());
            settings.append(all.label(run.experiment()));
            split.append(run.splitHash());
            epochs.append(run.history().lastEpoch());
            time.append(Durations.text(Duration.ofMillis(Math.round(1000 * log.stream().mapToDouble(RunLog.Row::seconds).sum()))));
            log.stream().mapToLong(RunLog.Row::bytes).filter(bytes -> bytes > 0).max()
                    .ifPresentOrElse(bytes -> memory.append(bytes / BYTES_A_GIGABYTE), memory::appendMissing);
            processor.append(distinct(log.stream().map(row -> row.processor() + ", " + row.cores() + " cores").toList()));
            library.append(distinct(log.stream().map(RunLog.Row::library).toList()));
        }
        List<StringColumn> places = List.of(split, processor, library);
        List<StringColumn> alike = places.stream().filter(column -> column.countUnique() == 1).toList();
        Table table = Table.create(alike.stream().map(column -> column == split ? "Split " + split.get(0) : column.get(0)).collect(Collectors.joining("; ")),
                id, settings, epochs, time, memory);
        places.stream().filter(column -> !alike.contains(column)).forEach(table::addColumns);
        return Columns.withDivergence(table, runs);
    }

    /** A run that was resumed elsewhere has more than one. */
    private static String distinct(List<String> values) {
        return values.stream().distinct().collect(Collectors.joining("; "));
    }
}
