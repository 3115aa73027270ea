package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.io.FacetException;
import facet.train.History;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds epochs to what a run has measured. Epochs whose weights are gone are trained again: what the run has of them stays until as many are there, so that a run that is stopped or
 * killed before loses nothing.
 */
final class RunRecord {

    private final Path folder;
    private final int measured;
    private final History start;
    private final SortedMap<Integer, Measurements> taken = new TreeMap<>();
    private History history;

    /**
     * Begins after an epoch.
     *
     * @param epoch of the weights that training goes on from, 0 where it begins
     * @throws FacetException where the history ends before the epoch: it was damaged
     */
    RunRecord(Path folder, int epoch) {
        this.folder = folder;
        history = HistoryFile.read(folder);
        measured = history.lastEpoch();
        if (epoch > 0 && measured < epoch) {
            throw new FacetException(folder.resolve(HistoryFile.NAME) + " ends before epoch " + epoch + ", which the checkpoint is of."
                    + " Put the whole file back, or delete the run's folder to train anew.");
        }
        start = history.until(epoch);
    }

    /** Returns the history up to the epoch that training goes on from. */
    History start() {
        return start;
    }

    /** Returns in words that epochs are trained again; empty where none is. */
    Optional<String> again() {
        return measured <= start.lastEpoch() ? Optional.empty() : Optional.of("has " + measured + (measured == 1 ? " epoch" : " epochs")
                + " and kept no weights of the last: it is trained again from epoch " + (start.lastEpoch() + 1) + " on, and keeps what it has until as many are there");
    }

    /** Takes the last epoch of a history. */
    void add(History grown, Measurements distances) {
        history = grown;
        taken.put(grown.lastEpoch(), distances);
    }

    /** Tells whether what was taken is as long as what it replaces. */
    boolean isDue() {
        return history.lastEpoch() >= measured;
    }

    /** Writes down what was taken since the last time. */
    void save() {
        if (taken.isEmpty()) {
            return;
        }
        MeasuredEpochs distances = DistancesFile.read(folder).until(taken.firstKey() - 1);
        for (Map.Entry<Integer, Measurements> epoch : taken.entrySet()) {
            distances = distances.plus(epoch.getKey(), epoch.getValue());
        }
        RunFiles.write(folder, history, distances);
        taken.clear();
    }
}
