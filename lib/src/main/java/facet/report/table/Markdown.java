package facet.report.table;

import facet.report.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as Markdown, for a page that is read on the web and in an editor. */
public final class Markdown {

    private Markdown() { }

    /** @return a header, a rule and a line a row; columns of texts on the left, all others on the right; missing values as an en dash */
    public static String of(Table table) {
        List<Column<?>> columns = table.columns();
        StringBuilder text = new StringBuilder(line(columns.stream().map(Column::name).toList()));
        text.append(line(columns.stream().map(column -> column.type() == ColumnType.STRING ? "---" : "---:").toList()));
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            text.append(line(IntStream.range(0, columns.size()).mapToObj(i -> cell(columns.get(i), at)).toList()));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Column<?> column, int row) {
        return column.isMissing(row) ? Numbers.MISSING : column.getString(row).replace("|", "\\|").replace("\n", " ");
    }
}
