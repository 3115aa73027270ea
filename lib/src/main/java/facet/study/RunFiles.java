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

    static final String HISTORY = "history.csv";
    private static final String[] HISTORY_COLUMNS = {"epoch", "set", "groups", "loss", "accuracy"};
    static final String DISTANCES = "distances.csv";
    private static final String[] DISTANCES_COLUMNS = {"epoch", "set", "group", "kind", "d_ap", "d_an"};

    private static final Set<String> NEEDED = Set.of(HISTORY, DISTANCES);

    static final String DIVERGED = "diverged.txt";

    private RunFiles() { }

    static Path checkpoint(Path folder) {
        return folder.resolve("checkpoint.safetensors");
    }

    /** The epoch that its weights are of, -1 where none are kept. It may be before the history's last: a study measures a frozen backbone's run on without keeping weights. */
    static int checkpointEpoch(Path folder) {
        Path file = checkpoint(folder);
        return Files.exists(file) ? Checkpoint.epoch(file) : -1;
    }

    static History history(Path folder) {
        List<History.Row> rows = new ArrayList<>();
        read(folder.resolve(HISTORY), line -> rows.add(row(line, folder.resolve(HISTORY))));
        return new History(rows);
    }

    private static History.Row row(CSVRecord line, Path file) {
        int triplets = Integer.parseInt(line.get("groups"));
        double accuracy = Double.parseDouble(line.get("accuracy"));
        History.Row row = new History.Row(Integer.parseInt(line.get("epoch")), line.get("set"), triplets, Double.parseDouble(line.get("loss")),
                (int) Math.round(accuracy * triplets));
        boolean measured = Double.isFinite(row.loss()) && row.loss() >= 0 && accuracy >= 0 && accuracy <= 1;
        if (row.epoch() < 0 || triplets < 0 || triplets > 0 && !measured) { // of no triplet, both are NaN
            throw Damage.of(file, "row " + line.getRecordNumber() + " says loss " + row.loss() + " and accuracy " + accuracy + " of " + triplets + " groups after epoch " + row.epoch());
        }
        if (triplets > 0 && row.accuracy() != accuracy) {
            throw Damage.of(file, "row " + line.getRecordNumber() + " says accuracy " + accuracy + ", which no number of correct ones of " + triplets + " groups gives");
        }
        return row;
    }

    static MeasuredEpochs distances(Path folder) {
        Map<Integer, Measurements.Builder> epochs = new LinkedHashMap<>();
        read(folder.resolve(DISTANCES), row -> epochs
                .computeIfAbsent(Integer.parseInt(row.get("epoch")), epoch -> new Measurements.Builder())
                .add(row.get("set"), new TripletDistances(row.get("group"), row.get("kind"),
                        Double.parseDouble(row.get("d_ap")), Double.parseDouble(row.get("d_an")))));
        Map<Integer, Measurements> measured = new LinkedHashMap<>();
        epochs.forEach((epoch, sets) -> measured.put(epoch, sets.build()));
        return new MeasuredEpochs(measured);
    }

    /** Where the loss became no number, in words; nothing where it did not, or has not yet. */
    static Optional<String> divergence(Path folder) {
        Path file = folder.resolve(DIVERGED);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw Damage.unreadable(file, "Delete the file: the run is then tried anew", e);
        }
    }

    static void diverged(Path folder, String where) {
        AtomicFile.write(folder.resolve(DIVERGED), out -> out.write((where + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Forgets that it diverged: tried anew, it has come through an epoch. */
    static void passed(Path folder) {
        delete(folder.resolve(DIVERGED));
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
        write(folder, history, distances(folder).plus(history.lastEpoch(), measured));
    }

    /**
     * Forgets what was measured after an epoch: its weights are gone.
     *
     * @throws FacetException where the history ends before the epoch: it was damaged
     */
    static void goBackTo(Path folder, int epoch) {
        History history = history(folder);
        if (epoch > 0 && history.lastEpoch() < epoch) {
            throw new FacetException(folder.resolve(HISTORY) + " ends before epoch " + epoch + ", which the checkpoint is of."
                    + " Put the whole file back, or delete the run's folder to train anew.");
        }
        if (history.lastEpoch() > epoch) {
            write(folder, history.until(epoch), distances(folder).until(epoch));
        }
    }

    static void write(Path folder, History history, MeasuredEpochs distances) {
        CsvFile.write(folder.resolve(DISTANCES), csv -> {
            for (var epoch : distances.byEpoch().entrySet()) {
                for (var set : epoch.getValue().bySet().entrySet()) {
                    for (TripletDistances t : set.getValue()) {
                        csv.printRecord(epoch.getKey(), set.getKey(), t.name(), t.kind(), t.anchorPositive(), t.anchorNegative());
                    }
                }
            }
        }, DISTANCES_COLUMNS);
        CsvFile.write(folder.resolve(HISTORY), csv -> {
            for (History.Row row : history.rows()) {
                csv.printRecord(row.epoch(), row.set(), row.triplets(), row.loss(), row.accuracy());
            }
        }, HISTORY_COLUMNS);
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
