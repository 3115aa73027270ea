package facet.report.table;

import facet.eval.verification.MeasureRow;
import facet.report.DecimalText;
import facet.report.Numbers;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** The measures of a set of pairs as a table. */
public final class VerificationTable {

    private VerificationTable() { }

    /** @return a row a measure; an en dash where it is refused, or has no interval */
    public static Table of(String title, List<MeasureRow> rows) {
        StringColumn measure = StringColumn.create("measure");
        DoubleColumn value = DoubleColumn.create("value");
        value.setPrintFormatter(new NumberColumnFormatter(new DecimalText()));
        StringColumn interval = StringColumn.create("95 % interval");
        for (MeasureRow row : rows) {
            measure.append(row.name());
            value.append(row.value().orElse(Double.NaN));
            interval.append(row.interval().map(Results::text).orElse(Numbers.MISSING));
        }
        return Table.create(title, measure, value, interval);
    }
}
