package facet.data;

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
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Triplets from a CSV with the columns group, anchor, positive, negative and, optionally, kind, without regard to capitals. Other columns and
 * empty rows are passed over.
 */
public final class TripletList {

    private static final List<String> NEEDED = List.of("group", "anchor", "positive", "negative");

    private TripletList() { }

    /**
     * Reads a list. Paths are relative to the list's folder, or to the folder {@code images} beside it. Control characters in names of
     * triplets and kinds are written out ({@link PlainText#of}).
     *
     * @throws FacetException where the list, a column or an image is missing; it names the line and the column
     */
    public static List<Triplet> read(Path csv) {
        try (CSVParser parser = CsvFile.open(csv)) {
            checkColumns(csv, parser.getHeaderNames());
            List<Triplet> triplets = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (row.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                String line = csv + ", line " + parser.getCurrentLineNumber();
                if (row.stream().skip(parser.getHeaderNames().size()).anyMatch(cell -> !cell.isEmpty()) || !NEEDED.stream().allMatch(row::isSet)) {
                    throw new FacetException(line + ": " + row.size() + " columns, the first line names " + parser.getHeaderNames().size() + ".");
                }
                triplets.add(new Triplet(PlainText.of(cell(line, row, "group")), kind(row), image(csv, line, row, "anchor"),
                        image(csv, line, row, "positive"), image(csv, line, row, "negative")));
            }
            if (triplets.isEmpty()) {
                throw new FacetException(csv + " lists no triplets.");
            }
            return triplets;
        } catch (NoSuchFileException e) {
            throw new FacetException("There is no triplet list " + csv + ": is the path right?", e);
        } catch (CharacterCodingException e) {
            throw new FacetException(csv + " is not a text in UTF-8. Save it as CSV in UTF-8.", e);
        } catch (IOException | UncheckedIOException e) { // the parser throws them for a damaged line
            throw new FacetException("Can't read the triplet list " + csv + ": is it a CSV with commas, whose quotes are closed?", e);
        }
    }

    private static void checkColumns(Path csv, List<String> names) {
        for (String column : NEEDED) {
            if (names.stream().noneMatch(column::equalsIgnoreCase)) {
                throw new FacetException(csv + " has no column " + column + "; it needs group, anchor, positive and negative, with commas between them.");
            }
        }
        names.stream().filter(name -> NEEDED.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase("kind"))
                .filter(name -> names.stream().filter(name::equalsIgnoreCase).count() > 1).findFirst().ifPresent(name -> {
                    throw new FacetException(csv + " has two columns " + name + ". Remove or rename one.");
                });
    }

    private static String kind(CSVRecord row) {
        return row.isSet("kind") && !row.get("kind").isEmpty() ? PlainText.of(row.get("kind")) : FaceSet.ORDINARY;
    }

    private static String cell(String line, CSVRecord row, String column) {
        if (row.get(column).isEmpty()) {
            throw new FacetException(line + ", column " + column + ": the cell is empty. Fill it in or remove the line.");
        }
        return row.get(column);
    }

    private static Path image(Path csv, String line, CSVRecord row, String column) {
        String name = cell(line, row, column);
        Path folder = csv.toAbsolutePath().getParent();
        return ListedFile.find(folder, name).or(() -> ListedFile.find(folder.resolve("images"), name)).orElseThrow(() ->
                new FacetException(line + ", column " + column + ": " + PlainText.of(name)
                        + " is neither beside the list nor in the folder images. Correct the path or remove the line."));
    }
}
