package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.io.FacetException;
import facet.train.Checkpoint;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a run. Each is replaced whole; what stands in them beyond the checkpoint's epoch is dropped on resuming, of steps when the next epoch is saved. */
final class RunFiles {

    private RunFiles() { }

    static Path checkpoint(Path folder) {
        return folder.resolve("checkpoint.safetensors");
    }

    /** Reads the epoch of its weights, -1 where none are kept. It may be before the history's last: a study measures a frozen backbone's run on without keeping weights. */
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
}
