package facet.report.table;

import facet.eval.verification.MeasureRow;
import facet.report.IntervalText;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The measures of a set of pairs as a table. */
public final class MeasuresTable {

    private MeasuresTable() { }

    /** @return a row a measure; without a value where it is refused */
    public static Table of(String title, List<MeasureRow> rows) {
        StringColumn measure = StringColumn.create("measure");
        DoubleColumn value = Columns.decimals("value");
        StringColumn interval = StringColumn.create("95 % interval");
        for (MeasureRow row : rows) {
            measure.append(MeasureNames.shown(row.name()));
            value.append(row.value().orElse(Double.NaN));
            row.interval().map(IntervalText::share).ifPresentOrElse(interval::append, interval::appendMissing);
        }
        return Table.create(title, measure, value, interval);
    }
}
