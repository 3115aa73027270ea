package facet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** A table as text that is no wider than a terminal: where it would be, its widest columns are wrapped. picocli's own table puts what follows a wrapped cell below it. */
final class FittedTable {

    private static final int WIDTH = 100; // columns of a terminal
    private static final String GAP = "  ";

    private FittedTable() { }

    /** @return the table as wide as a terminal at most */
    static String of(Table table) {
        return of(table, WIDTH);
    }

    /** @return a line in as many lines as a terminal needs for it */
    static String wrapped(String line) {
        return String.join(System.lineSeparator(), wrapped(line, WIDTH));
    }

    /** @return the names of the columns, a rule and the rows; missing values are empty */
    static String of(Table table, int most) {
        List<String[]> rows = IntStream.range(0, table.rowCount()).mapToObj(row -> cells(table, row)).toList();
        int[] widths = widths(table.columnNames(), rows, cell -> Stream.of(cell));
        int[] words = widths(table.columnNames(), rows, cell -> Arrays.stream(cell.split(" ")));
        for (int over = Arrays.stream(widths).map(width -> width + GAP.length()).sum() - GAP.length() - most; over > 0; over--) {
            widths[widest(widths, words)]--;
        }
        String[] rule = Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new);
        return Stream.concat(Stream.of(table.columnNames().toArray(String[]::new), rule), rows.stream()).map(row -> text(row, widths))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String[] cells(Table table, int row) {
        return table.columns().stream().map(column -> column.isMissing(row) ? "" : column.getString(row)).toArray(String[]::new);
    }

    /** Of each column the longest cell, or part of one, and of its name, which may be wrapped, the longest word. */
    private static int[] widths(List<String> names, List<String[]> rows, Function<String, Stream<String>> parts) {
        return IntStream.range(0, names.size()).map(i -> Stream.concat(Arrays.stream(names.get(i).split(" ")), rows.stream().flatMap(row -> parts.apply(row[i])))
                .mapToInt(String::length).max().orElse(0)).toArray();
    }

    /** The widest column with a space to wrap at; where there is none, the widest of all, whose words are cut. */
    private static int widest(int[] widths, int[] words) {
        boolean spaces = IntStream.range(0, widths.length).anyMatch(i -> widths[i] > words[i]);
        return IntStream.range(0, widths.length).filter(i -> !spaces || widths[i] > words[i]).reduce((a, b) -> widths[b] > widths[a] ? b : a).orElseThrow();
    }

    /** A row in as many lines as its tallest cell has. */
    private static String text(String[] row, int[] widths) {
        List<List<String>> cells = IntStream.range(0, row.length).mapToObj(i -> wrapped(row[i], widths[i])).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(line -> IntStream.range(0, row.length)
                .mapToObj(i -> padded(line < cells.get(i).size() ? cells.get(i).get(line) : "", widths[i])).collect(Collectors.joining(GAP)).stripTrailing())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Lines of words; a word that is longer than a line is cut. */
    private static List<String> wrapped(String cell, int width) {
        List<String> lines = new ArrayList<>();
        Matcher line = Pattern.compile("\\s*(.{1," + width + "}(?=\\s|$)|\\S{" + width + "})").matcher(cell);
        while (line.find()) {
            lines.add(line.group(1).strip());
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
