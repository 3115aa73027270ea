package facet.eval.verification;

import facet.io.CsvFile;
import facet.io.FacetException;
import facet.io.PlainText;
import java.nio.file.Path;
import java.util.List;

/** Distances of pairs as a CSV, of Facet or any other program: same (0 or 1), distance and, where known, fold, person_a and person_b. */
public final class ScoreFile {

    private static final String[] COLUMNS = {"same", "distance", "fold", "person_a", "person_b"};

    private ScoreFile() { }

    /**
     * Reads the pairs; other columns are passed over.
     *
     * @throws FacetException where the file or a column is missing, a row is bad (it names the line), or all pairs are of one kind
     */
    public static ScoredPairs read(Path csv) {
        List<ScoredPair> pairs = CsvRow.read(csv, List.of("same", "distance"), List.of(COLUMNS), row -> new ScoredPair(row.same(), distance(row),
                row.optional("fold"), row.optional("person_a"), row.optional("person_b")));
        try {
            return new ScoredPairs(pairs);
        } catch (IllegalArgumentException e) {
            throw new FacetException(csv + ": " + e.getMessage(), e);
        }
    }

    private static double distance(CsvRow row) {
        String cell = row.needed("distance");
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the distance is " + cell + ", not a number. Write it as 0.75.", e);
        }
    }

    /**
     * Writes pairs so that {@link #read} reads them, with their number in the list first.
     *
     * @throws FacetException where the file can't be written
     */
    public static void write(Path csv, ScoredPairs pairs) {
        CsvFile.write(csv, rows -> {
            int number = 0;
            for (ScoredPair pair : pairs.pairs()) {
                number++;
                rows.printRecord(number, pair.same() ? 1 : 0, pair.distance(), PlainText.cell(pair.fold()), PlainText.cell(pair.personA()),
                        PlainText.cell(pair.personB()));
            }
        }, "pair", COLUMNS[0], COLUMNS[1], COLUMNS[2], COLUMNS[3], COLUMNS[4]);
    }
}
