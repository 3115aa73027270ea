package facet.report.table;

import facet.eval.compare.PlannedComparison;
import facet.report.IntervalText;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows the comparisons of a plan: {@link PlannedComparison}, a row each. */
public final class PlannedTable {

    private PlannedTable() { }

    /** Makes the table of comparisons that were planned together. */
    public static Table of(List<PlannedComparison> comparisons) {
        StringColumn contrast = StringColumn.create("comparison");
        DoubleColumn first = Columns.decimals("accuracy, first");
        DoubleColumn second = Columns.decimals("accuracy, second");
        DoubleColumn difference = Columns.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn paired = StringColumn.create("paired by seed");
        DoubleColumn p = Columns.decimals("p, adjusted");
        StringColumn verdict = StringColumn.create("verdict");
        for (PlannedComparison comparison : comparisons) {
            contrast.append(comparison.first() + " \u2013 " + comparison.second());
            first.append(comparison.unpaired().first());
            second.append(comparison.unpaired().second());
            difference.append(comparison.unpaired().difference());
            interval.append(IntervalText.difference(comparison.unpaired().interval()));
            paired.append(IntervalText.difference(comparison.paired()));
            p.append(comparison.adjusted());
            verdict.append(comparison.verdict().text(comparison.first(), comparison.second()));
        }
        return Table.create("", contrast, first, second, difference, interval, paired, p, verdict);
    }
}
