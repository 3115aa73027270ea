package facet.study;

import facet.io.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV of a run's folder, and refuses a damaged one with what to do: without measurements a run is nothing, a log it can do without. */
final class RunCsv {

    private static final Set<String> NEEDED = Set.of(HistoryFile.NAME, DistancesFile.NAME, DistancesFile.COMPRESSED);

    private RunCsv() { }

    /** Reads row by row; a file that is not there yet has none. */
    static void read(Path file, Consumer<CSVRecord> row) {
        if (!Files.exists(file)) {
            return;
        }
        try (CSVParser csv = CsvFile.openWritten(file)) {
            csv.forEach(row);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Damage.unreadable(file, NEEDED.contains(file.getFileName().toString()) ? "Delete the run's folder to train anew"
                    : "Delete the file: it is a log, which training does not need", e);
        }
    }
}
