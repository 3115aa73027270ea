package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.io.FacetException;
import facet.train.Checkpoint;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a run. Each is replaced whole; what stands in them beyond the checkpoint's epoch is replaced once it has been trained again ({@link RunRecord}). */
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

    static void write(Path folder, History history, MeasuredEpochs distances) {
        DistancesFile.write(folder, distances);
        HistoryFile.write(folder, history); // last: it says that the epoch is there
    }
}
