package facet.report;

import facet.eval.Interval;
import facet.eval.TripletAccuracy;
import facet.train.GroupDistance;
import facet.train.History;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Tables like the paper's Table 1, with the paper's numbers beside ours where a set has its counterpart there. */
public final class Results {

    /** The paper has numbers of its ResNet-50 + FPN alone: beside another network they would mislead without a word. */
    private static final String CAPTION = "Beside the paper's ResNet-50 + FPN (Table 1: 10 epochs, learning rate 0.001)";

    private static final String PAPERS_INTERVAL = "paper's 95 % interval";

    private Results() { }

    /** @return a row a set */
    public static Table of(List<TripletAccuracy> results) {
        return of(Map.of("", results)).removeColumns("run");
    }

    /** @return a row a set and run, in the map's order; the paper's numbers stand beside every run */
    public static Table of(Map<String, List<TripletAccuracy>> runs) {
        StringColumn run = StringColumn.create("run");
        StringColumn set = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        DoubleColumn loss = decimals("average loss");
        DoubleColumn accuracy = decimals("accuracy");
        StringColumn interval = StringColumn.create("95 % interval");
        IntColumn paperGroups = IntColumn.create("paper's groups");
        DoubleColumn paperLoss = decimals("paper's average loss");
        DoubleColumn paperAccuracy = decimals("paper's accuracy");
        StringColumn paperInterval = StringColumn.create(PAPERS_INTERVAL);
        runs.forEach((name, results) -> results.forEach(result -> {
            Optional<PaperNumbers.Row> paper = PaperNumbers.table1(result.set());
            run.append(name);
            set.append(result.set());
            groups.append(result.groups());
            loss.append(result.meanLoss());
            accuracy.append(result.accuracy());
            interval.append(text(result.interval()));
            paper.ifPresentOrElse(row -> paperGroups.append(row.groups()), paperGroups::appendMissing);
            paper.ifPresentOrElse(row -> paperLoss.append(row.loss()), paperLoss::appendMissing);
            paper.ifPresentOrElse(row -> paperAccuracy.append(row.accuracy()), paperAccuracy::appendMissing);
            paper.ifPresentOrElse(row -> paperInterval.append(text(row.interval())), paperInterval::appendMissing);
        }));
        return Table.create(CAPTION, run, set, groups, loss, accuracy, interval, paperGroups, paperLoss, paperAccuracy, paperInterval);
    }

    /** @return a row for each measured set, without the paper's columns: for groups that are not the paper's */
    public static Table measured(Map<String, List<GroupDistance>> sets, double margin) {
        return withoutPaper(of(sets.entrySet().stream().map(set -> TripletAccuracy.of(set.getKey(), set.getValue(), margin)).toList()));
    }

    private static Table withoutPaper(Table table) {
        return table.removeColumns("paper's groups", "paper's average loss", "paper's accuracy", PAPERS_INTERVAL).setName("");
    }

    /** @return a row for each set of a history after its last epoch, training aside, whose numbers are those of its own steps */
    public static Table of(History history, double margin) {
        return of(last(history, margin));
    }

    /** @return the same without the paper's columns: for other data than the paper's, or a part of them */
    public static Table alone(History history, double margin) {
        return withoutPaper(of(history, margin));
    }

    /** @return what a history says of each set after its last epoch, training aside */
    public static List<TripletAccuracy> last(History history, double margin) {
        return history.rows().stream().filter(row -> row.epoch() == history.lastEpoch() && !row.set().equals("train"))
                .map(row -> TripletAccuracy.of(row, margin)).toList();
    }

    static String text(Interval interval) {
        return String.format(Locale.ROOT, "%.3f \u2013 %.3f", interval.low(), interval.high());
    }

    static DoubleColumn decimals(String name) {
        DoubleColumn column = DoubleColumn.create(name);
        column.setPrintFormatter(new NumberColumnFormatter(new DecimalText())); // for a terminal, and a kernel that prints the table as text
        return column;
    }
}
