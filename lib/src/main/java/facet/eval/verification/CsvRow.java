package facet.eval.verification;

import facet.io.CsvFile;
import facet.io.FacetException;
import facet.io.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of a CSV with named columns, and where it stands.
 *
 * @param place the file and the line, for a sentence
 * @param row its cells
 */
record CsvRow(String place, CSVRecord row) {

    /**
     * Reads a list; other columns and empty rows are passed over.
     *
     * @param needed the columns that must be there; each known column may be there once
     * @param known all columns that are read
     * @throws FacetException where the file can't be read, lacks a column, or where a row is refused (an IllegalArgumentException); it names the line
     */
    static <T> List<T> read(Path csv, List<String> needed, List<String> known, Function<CsvRow, T> convert) {
        try (CSVParser parser = CsvFile.open(csv)) {
            checkColumns(csv, parser.getHeaderNames(), needed, known);
            List<T> values = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (!row.stream().allMatch(String::isEmpty)) {
                    values.add(converted(new CsvRow(csv + ", line " + parser.getCurrentLineNumber(), row), each -> convert.apply(each.checked(parser.getHeaderNames().size()))));
                }
            }
            return values;
        } catch (NoSuchFileException e) {
            throw new FacetException("There is no file " + csv + ": is the path right?", e);
        } catch (CharacterCodingException e) {
            throw new FacetException(csv + " is not a text in UTF-8. Save it as CSV in UTF-8.", e);
        } catch (IOException | UncheckedIOException e) { // the parser throws them for a damaged line
            throw new FacetException("Can't read " + csv + ": is it a CSV with commas, whose quotes are closed?", e);
        }
    }

    private static <T> T converted(CsvRow row, Function<CsvRow, T> convert) {
        try {
            return convert.apply(row);
        } catch (IllegalArgumentException e) {
            throw new FacetException(row.place + ": " + PlainText.of(e.getMessage()), e);
        }
    }

    /** A comma within a number would put its decimals into the next column, unseen. */
    private CsvRow checked(int columns) {
        if (row.size() > columns && !row.stream().skip(columns).allMatch(String::isEmpty)) {
            throw new IllegalArgumentException("the line has " + row.size() + " cells and the first line names " + columns + ". Write decimals with a point, and quote names with commas.");
        }
        return this;
    }

    private static void checkColumns(Path csv, List<String> names, List<String> needed, List<String> known) {
        for (String column : needed) {
            if (names.stream().noneMatch(column::equalsIgnoreCase)) {
                throw new FacetException(csv + " has no column " + column + "; it needs " + String.join(", ", needed) + ", with commas between them.");
            }
        }
        for (String column : known) {
            if (names.stream().filter(column::equalsIgnoreCase).count() > 1) {
                throw new FacetException(csv + " has two columns " + column + ". Remove or rename one.");
            }
        }
    }

    /** @return the cell of a column, empty where the column or the cell is missing */
    String optional(String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    /** @throws IllegalArgumentException where the cell is empty */
    String needed(String column) {
        String cell = optional(column);
        if (cell.isEmpty()) {
            throw new IllegalArgumentException("column " + column + " is empty. Fill it in or remove the line.");
        }
        return cell;
    }

    /** @throws IllegalArgumentException where the column same is neither 0 nor 1 */
    boolean same() {
        String cell = needed("same");
        if (!cell.equals("0") && !cell.equals("1")) {
            throw new IllegalArgumentException("same is " + cell + "; it has to be 1 for one person or 0 for two.");
        }
        return cell.equals("1");
    }
}
