package facet.eval.quiz;

import facet.io.CsvFile;
import facet.io.FacetException;
import facet.io.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A class's answers as a CSV: a first line {@code name;letters}, then a line for each person. Commas in place of semicolons will do. */
public final class ClassSheet {

    private static final String NAME = "name";
    private static final String LETTERS = "letters";

    private ClassSheet() { }

    /**
     * Reads the sheet.
     *
     * @throws FacetException where it can't be read, lacks a column or people, names somebody twice, or where answers do not fit the quiz ({@link Answers#of}); it names the line
     */
    public static ClassAnswers read(Path csv, PairQuiz quiz) {
        try {
            String text = Files.readString(csv).replaceFirst("^\uFEFF", ""); // spreadsheets put that mark there
            char comma = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
            CSVFormat format = CsvFile.NAMED_COLUMNS.builder().setDelimiter(comma).setTrim(true).setIgnoreEmptyLines(true).setIgnoreHeaderCase(true).setAllowMissingColumnNames(true).get();
            try (CSVParser rows = CSVParser.parse(text, format)) {
                return new ClassAnswers(quiz, people(csv, rows, quiz));
            }
        } catch (NoSuchFileException e) {
            throw new FacetException("There is no file " + csv + ": is the path right?", e);
        } catch (CharacterCodingException e) {
            throw new FacetException(csv + " is not a text in UTF-8. Save it as CSV in UTF-8.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new FacetException("Can't read " + csv + ": is it a text with a line name;letters for each person?", e);
        } catch (IllegalArgumentException e) { // of a header with a name twice, and of a sheet without people
            throw new FacetException(csv + ": " + PlainText.of(e.getMessage()), e);
        }
    }

    private static List<Answers> people(Path csv, CSVParser rows, PairQuiz quiz) {
        if (!rows.getHeaderMap().keySet().containsAll(List.of(NAME, LETTERS))) {
            throw new FacetException(csv + " has no columns name and letters. Its first line must be name;letters.");
        }
        List<Answers> people = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (CSVRecord row : rows) {
            String place = csv + ", line " + rows.getCurrentLineNumber() + ": ";
            String name = PlainText.line(row.get(NAME), 40);
            if (name.isEmpty() || !names.add(name)) {
                throw new FacetException(place + (name.isEmpty() ? "the name is missing. Write one; it need not be the real one." : name + " has answered already. Give each person a name of their own."));
            }
            try {
                people.add(Answers.of(name, row.isSet(LETTERS) ? row.get(LETTERS) : "", quiz));
            } catch (FacetException e) {
                throw new FacetException(place + e.getMessage(), e);
            }
        }
        return people;
    }
}
