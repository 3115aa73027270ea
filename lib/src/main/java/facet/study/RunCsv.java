package facet.study;

import facet.io.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV of a run's folder, and refuses a damaged one with what to do: without measurements a run is nothing, a log it can do without. Writes a log on. */
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

    /**
     * Writes down the rows of a log that were taken since the last time; what stood there of these epochs or later ones came from a try that was dropped.
     *
     * @param written reads what stands there; not asked where nothing was taken
     * @param taken by epoch
     */
    static <T> void append(Path file, Supplier<List<T>> written, List<T> taken, ToIntFunction<T> epoch, Function<T, List<?>> cells, String... columns) {
        if (taken.isEmpty()) {
            return;
        }
        int first = epoch.applyAsInt(taken.get(0));
        List<T> rows = Stream.concat(written.get().stream().filter(row -> epoch.applyAsInt(row) < first), taken.stream()).toList();
        CsvFile.write(file, csv -> {
            for (T row : rows) {
                csv.printRecord(cells.apply(row));
            }
        }, columns);
    }
}
