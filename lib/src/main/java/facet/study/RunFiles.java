package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.AtomicFile;
import facet.io.CsvFile;
import facet.io.FacetException;
import facet.train.Checkpoint;
import facet.train.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of a run. Each is replaced whole; what stands in them beyond the checkpoint's epoch is dropped on resuming, of steps when the next epoch is saved. */
final class RunFiles {

    private static final Set<String> NEEDED = Set.of(HistoryFile.NAME, DistancesFile.NAME);

    private RunFiles() { }

    static Path checkpoint(Path folder) {
        return folder.resolve("checkpoint.safetensors");
    }

    /** The epoch that its weights are of, -1 where none are kept. It may be before the history's last: a study measures a frozen backbone's run on without keeping weights. */
    static int checkpointEpoch(Path folder) {
        Path file = checkpoint(folder);
        return Files.exists(file) ? Checkpoint.epoch(file) : -1;
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FacetException("Could not delete " + file + ".", e);
        }
    }

    /** @throws FacetException where a file is damaged that an epoch is added to */
    static void mustBeReadable(Path folder) {
        WholeHistory.checkDistances(folder);
        StepLog.read(folder);
        RunLog.read(folder);
    }

    /** Adds the last epoch of a history. */
    static void append(Path folder, History history, Measurements measured) {
        write(folder, history, DistancesFile.read(folder).plus(history.lastEpoch(), measured));
    }

    /**
     * Forgets what was measured after an epoch: its weights are gone.
     *
     * @throws FacetException where the history ends before the epoch: it was damaged
     */
    static void goBackTo(Path folder, int epoch) {
        History history = HistoryFile.read(folder);
        if (epoch > 0 && history.lastEpoch() < epoch) {
            throw new FacetException(folder.resolve(HistoryFile.NAME) + " ends before epoch " + epoch + ", which the checkpoint is of."
                    + " Put the whole file back, or delete the run's folder to train anew.");
        }
        if (history.lastEpoch() > epoch) {
            write(folder, history.until(epoch), DistancesFile.read(folder).until(epoch));
        }
    }

    static void write(Path folder, History history, MeasuredEpochs distances) {
        DistancesFile.write(folder, distances);
        HistoryFile.write(folder, history); // last: it says that the epoch is there
    }

    /** Reads row by row; a file that is not there yet has none. */
    static void read(Path file, Consumer<CSVRecord> row) {
        if (!Files.exists(file)) {
            return;
        }
        try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, CsvFile.NAMED_COLUMNS)) {
            csv.forEach(row);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Damage.unreadable(file, NEEDED.contains(file.getFileName().toString()) ? "Delete the run's folder to train anew"
                    : "Delete the file: it is a log, which training does not need", e);
        }
    }
}
