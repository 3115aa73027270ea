package facet.report.table;

import facet.report.DecimalText;
import facet.study.Run;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Columns that several tables have. */
final class Columns {

    static final String DIVERGENCE = "divergence";

    private Columns() { }

    /** Makes a column of decimals, which a terminal, and a kernel that prints the table as text, show as HTML does. */
    static DoubleColumn decimals(String name) {
        DoubleColumn column = DoubleColumn.create(name);
        column.setPrintFormatter(new NumberColumnFormatter(new DecimalText()));
        return column;
    }

    /** Names a setting's column, which is not that of what was measured. */
    static String setting(String name) {
        return name.equals("groups") ? "triplets at the most" : name;
    }

    /** Adds where runs diverged to a table with a row for each, if one did. */
    static Table withDivergence(Table table, List<Run> runs) {
        StringColumn divergence = StringColumn.create(DIVERGENCE);
        runs.forEach(run -> run.divergence().ifPresentOrElse(divergence::append, divergence::appendMissing));
        return divergence.countMissing() == runs.size() ? table : table.addColumns(divergence);
    }
}
