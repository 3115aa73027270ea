package facet.report;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as HTML for a notebook: it inherits the theme's colours, so it reads in light and dark and in an exported page. */
public final class Html {

    private static final String CELL = "padding:3px 12px;white-space:nowrap;border:none;border-bottom:1px solid rgba(128,128,128,.35);background:none;";
    private static final String HEAD = "padding:3px 12px;border:none;border-bottom:2px solid rgba(128,128,128,.8);background:none;"
            + "vertical-align:bottom;font-weight:600;";

    private Html() { }

    /** @return the table with its name as caption; integers as 1,361, other numbers with three decimals, missing values as an en dash */
    public static String of(Table table) {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;border:none;color:inherit;margin:6px 0;font-variant-numeric:tabular-nums\">");
        if (table.name() != null && !table.name().isBlank()) {
            html.append("<caption style=\"caption-side:top;text-align:left;color:inherit;padding:3px 12px;font-weight:600\">")
                    .append(escape(table.name())).append("</caption>");
        }
        html.append("<thead><tr style=\"background:none\">");
        for (Column<?> column : table.columns()) {
            html.append("<th scope=\"col\" style=\"").append(HEAD).append(align(column)).append("\">").append(escape(column.name())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < table.rowCount(); row++) {
            html.append("<tr style=\"background:none\">");
            for (Column<?> column : table.columns()) {
                html.append("<td style=\"").append(CELL).append(align(column)).append("\">").append(escape(text(column, row))).append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** @return the text with the characters that HTML reads as its own written out */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return Numbers.MISSING;
        }
        if (column instanceof NumericColumn<?> numbers) {
            boolean whole = column.type() == ColumnType.INTEGER || column.type() == ColumnType.LONG || column.type() == ColumnType.SHORT;
            return whole ? Numbers.integer((long) numbers.getDouble(row)) : Numbers.decimal(numbers.getDouble(row));
        }
        return column.getString(row);
    }

    private static String align(Column<?> column) {
        return "text-align:" + (column instanceof NumericColumn<?> ? "right" : "left");
    }
}
