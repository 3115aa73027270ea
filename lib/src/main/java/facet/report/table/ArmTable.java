package facet.report.table;

import facet.eval.compare.ArmComparison;
import facet.report.IntervalText;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows what each arm of a study changes beside its control: {@link ArmComparison}, a row each. */
public final class ArmTable {

    private ArmTable() { }

    /**
     * Makes the table.
     *
     * @param control the name of the arm that the others are compared with
     */
    public static Table of(String control, List<ArmComparison> comparisons) {
        StringColumn arm = StringColumn.create("arm");
        DoubleColumn accuracy = Columns.decimals("accuracy");
        DoubleColumn difference = Columns.decimals("difference from " + control);
        StringColumn interval = StringColumn.create("95 % interval");
        DoubleColumn p = Columns.decimals("p, adjusted");
        StringColumn verdict = StringColumn.create("verdict");
        for (ArmComparison comparison : comparisons) {
            arm.append(comparison.arm());
            accuracy.append(comparison.accuracy());
            difference.append(comparison.difference());
            interval.append(IntervalText.difference(comparison.interval()));
            p.append(comparison.adjusted());
            verdict.append(comparison.verdict());
        }
        return Table.create("", arm, accuracy, difference, interval, p, verdict);
    }
}
