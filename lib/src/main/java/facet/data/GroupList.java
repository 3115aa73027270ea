package facet.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Groups from a CSV with the columns group, anchor, positive, negative and, optionally, kind; other columns are passed over. */
public final class GroupList {

    private GroupList() { }

    /**
     * Reads a list. Paths are relative to the list's folder, or to the folder {@code images} beside it.
     *
     * @throws FacetException where the list, a column or an image is missing; it names the line and the column
     */
    public static List<Triplet> read(Path csv) {
        CSVFormat format = CsvFile.NAMED_COLUMNS.builder().setTrim(true).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(text(csv), format)) {
            for (String column : new String[] {"group", "anchor", "positive", "negative"}) {
                if (!parser.getHeaderNames().contains(column)) {
                    throw new FacetException(csv + " has no column " + column + "; it needs group, anchor, positive and negative, with commas between them.");
                }
            }
            List<Triplet> groups = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw new FacetException(csv + ", line " + parser.getCurrentLineNumber() + ": " + row.size() + " columns, the first line names "
                            + parser.getHeaderNames().size() + ".");
                }
                long line = parser.getCurrentLineNumber();
                groups.add(new Triplet(row.get("group"), kind(row), image(csv, line, row, "anchor"), image(csv, line, row, "positive"),
                        image(csv, line, row, "negative")));
            }
            if (groups.isEmpty()) {
                throw new FacetException(csv + " lists no groups.");
            }
            return groups;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) { // the parser throws them for a damaged line and a damaged header
            throw new FacetException("Can't read the group list " + csv + ": is it there, and a CSV with commas, in UTF-8, whose quotes are closed?", e);
        }
    }

    /** Spreadsheets put a mark before the first column's name. */
    private static String text(Path csv) throws IOException {
        String text = Files.readString(csv);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String kind(CSVRecord row) {
        return row.isMapped("kind") && !row.get("kind").isEmpty() ? row.get("kind") : FaceSet.ORDINARY;
    }

    private static Path image(Path csv, long line, CSVRecord row, String column) {
        Path folder = csv.toAbsolutePath().getParent();
        Path direct = folder.resolve(row.get(column));
        Path below = folder.resolve("images").resolve(row.get(column));
        if (Files.isRegularFile(direct)) {
            return direct;
        }
        if (Files.isRegularFile(below)) {
            return below;
        }
        throw new FacetException(csv + ", line " + line + ", column " + column + ": " + row.get(column)
                + " is neither beside the list nor in the folder images. Correct the path or remove the line.");
    }
}
