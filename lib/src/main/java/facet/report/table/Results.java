package facet.report.table;

import facet.eval.Measurements;
import facet.eval.TripletAccuracy;
import facet.paper.PaperNumbers;
import facet.report.IntervalText;
import facet.train.History;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables like the paper's Table 1, with the paper's numbers beside ours where a set has its counterpart there. */
public final class Results {

    /** The paper has numbers of its ResNet-50 + FPN alone: beside another network they would mislead without a word. */
    private static final String CAPTION = "Beside the paper's ResNet-50 + FPN (Table 1: 10 epochs, learning rate 0.001)";

    private static final String PAPERS_INTERVAL = "paper's 95 % interval";

    private Results() { }

    /** @return a row a set, and one for each set of real faces that is to be brought ({@link #of(Map)}) */
    public static Table of(List<TripletAccuracy> results) {
        return of(Map.of("", results)).removeColumns("run");
    }

    /**
     * Makes a table of several runs, each with the paper's numbers beside it.
     *
     * @return a row a set and run, in the map's order, and one for each set of real faces that the paper has and a run has not: bring your own
     */
    public static Table of(Map<String, List<TripletAccuracy>> runs) {
        Table table = Table.create(CAPTION, StringColumn.create("run"), StringColumn.create("set"), IntColumn.create("triplets"),
                Columns.decimals("average loss"), Columns.decimals("accuracy"), StringColumn.create("95 % interval"),
                IntColumn.create("paper's triplets"), Columns.decimals("paper's average loss"), Columns.decimals("paper's accuracy"), StringColumn.create(PAPERS_INTERVAL));
        runs.forEach((run, results) -> {
            results.forEach(result -> append(table, run, result));
            if (!results.isEmpty()) {
                PaperNumbers.TABLE_1.stream().filter(row -> row.isUnpublished() && results.stream().noneMatch(result -> result.set().equals(row.set())))
                        .forEach(row -> appendMissing(table, run, row));
            }
        });
        return table;
    }

    private static void append(Table table, String run, TripletAccuracy result) {
        Row ours = table.appendRow();
        ours.setString("run", run);
        ours.setString("set", result.set());
        ours.setInt("triplets", result.triplets());
        ours.setDouble("average loss", result.meanLoss());
        ours.setDouble("accuracy", result.accuracy());
        ours.setString("95 % interval", IntervalText.share(result.interval()));
        PaperNumbers.table1(result.set()).ifPresent(row -> setPaper(ours, row));
    }

    private static void appendMissing(Table table, String run, PaperNumbers.Row paper) {
        Row ours = table.appendRow();
        ours.setString("run", run);
        ours.setString("set", paper.set());
        ours.setString("95 % interval", "bring your own");
        setPaper(ours, paper);
    }

    private static void setPaper(Row ours, PaperNumbers.Row paper) {
        ours.setInt("paper's triplets", paper.triplets());
        ours.setDouble("paper's average loss", paper.loss());
        ours.setDouble("paper's accuracy", paper.accuracy());
        ours.setString(PAPERS_INTERVAL, IntervalText.share(paper.interval()));
    }

    /** @return a row for each measured set, without the paper's columns: for triplets that are not the paper's */
    public static Table measured(Measurements measured, double margin) {
        return withoutPaper(of(measured.sets().stream().map(set -> measured.accuracy(set, margin)).toList()));
    }

    private static Table withoutPaper(Table table) {
        return table.dropWhere(table.intColumn("triplets").isMissing())
                .removeColumns("paper's triplets", "paper's average loss", "paper's accuracy", PAPERS_INTERVAL).setName("");
    }

    /** @return the same of a history after its last epoch, training aside, whose numbers are those of its own steps */
    public static Table of(History history, double margin) {
        return of(last(history, margin));
    }

    /** @return the same without the paper's columns: for other data than the paper's, or a part of them */
    public static Table alone(History history, double margin) {
        return withoutPaper(of(history, margin));
    }

    /** @return the accuracy of each set of a history after its last epoch, training aside */
    public static List<TripletAccuracy> last(History history, double margin) {
        return history.rows().stream().filter(row -> row.epoch() == history.lastEpoch() && !row.set().equals("train"))
                .map(row -> row.tripletAccuracy(margin)).toList();
    }
}
