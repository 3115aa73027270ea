package facet.study;

import facet.data.FaceSets;
import facet.eval.MeasuredEpochs;
import facet.eval.MeasuredLoss;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.AtomicFile;
import facet.io.FacetException;
import facet.model.Backbone;
import facet.model.weights.Weights;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the repository keeps of a run: settings, history, health, log, where it diverged, and distances to six decimals; no weights. Of a frozen backbone's run, of
 * which there are many, no losses of steps, and the distances before training, after the tenth and after the last five epochs, compressed.
 */
public final class Recording {

    private static final double DECIMALS = 1e6;
    private static final int LAST_EPOCHS = 5;
    private static final int TABLE_1_EPOCH = 10; // whose numbers a reading of the paper is scored by
    private static final List<String> COME_WITH_FACET = List.of(Weights.EMBEDDED, Network.SFACE); // or are fetched, always the same

    private Recording() { }

    /**
     * Copies a run into a store of recorded ones. Loss and accuracy are then those of the rounded distances.
     *
     * @return the recorded run
     * @throws FacetException where the run has not begun or has fewer epochs than its record, rounding would turn a triplet correct or wrong, or the run's faces or weights are a user's own,
     *     whose names and paths belong to nobody else
     */
    public static Run of(Run run, RunStore recorded) {
        Experiment experiment = run.experiment();
        if (!FaceSets.NAMES.contains(experiment.faces().data()) || !COME_WITH_FACET.contains(experiment.network().weights())) {
            throw new FacetException("The run " + run.id() + " is of faces or weights that do not come with Facet; they are not recorded.");
        }
        if (run.history().lastEpoch() < 0) {
            throw new FacetException("The run " + run.id() + " has not begun: there is nothing to record.");
        }
        Run copy = recorded.run(experiment);
        if (copy.history().lastEpoch() > run.history().lastEpoch()) {
            throw new FacetException("The run " + run.id() + " has " + run.history().lastEpoch() + " epochs, its record " + copy.history().lastEpoch()
                    + ": it would lose some.");
        }
        History history = run.history(); // first: a run that goes on meanwhile writes an epoch's distances before its history
        MeasuredEpochs whole = DistancesFile.read(run.folder()).until(history.lastEpoch());
        if (experiment.network().backbone() == Backbone.FROZEN) {
            DistancesFile.write(copy.folder(), DistancesFile.COMPRESSED, compared(whole, history.lastEpoch()).map(Recording::shortened));
            copy(run, copy, HistoryFile.NAME);
        } else {
            MeasuredEpochs distances = whole.map(Recording::rounded);
            RunFiles.write(copy.folder(), history(history, distances, experiment.training().loss()), distances);
            copyOrDelete(run, copy, StepLog.FILE);
        }
        copyOrDelete(run, copy, HealthLog.FILE);
        copyOrDelete(run, copy, DivergenceFile.NAME);
        copy(run, copy, RunLog.FILE);
        copy(run, copy, RunClaim.FILE); // last: what makes the folder a run
        return copy;
    }

    /** The epochs that comparisons of many runs use: the network before training, the tenth, and the last ones. */
    private static MeasuredEpochs compared(MeasuredEpochs distances, int last) {
        Map<Integer, Measurements> epochs = new LinkedHashMap<>(distances.byEpoch());
        epochs.keySet().removeIf(epoch -> epoch > 0 && epoch != TABLE_1_EPOCH && epoch <= last - LAST_EPOCHS);
        return new MeasuredEpochs(epochs);
    }

    /** What an earlier record of the run had and this one has not would be of another state of it. */
    private static void copyOrDelete(Run from, Run to, String file) {
        if (Files.exists(from.folder().resolve(file))) {
            copy(from, to, file);
        } else {
            RunFiles.delete(to.folder().resolve(file));
        }
    }

    private static void copy(Run from, Run to, String file) {
        try {
            byte[] content = Files.readAllBytes(from.folder().resolve(file));
            AtomicFile.write(to.folder().resolve(file), out -> out.write(content));
        } catch (IOException e) {
            throw new FacetException("Can't read " + from.folder().resolve(file) + ".", e);
        }
    }

    private static TripletDistances rounded(TripletDistances triplet) {
        TripletDistances shortened = shortened(triplet);
        if (shortened == triplet) {
            throw new FacetException("Rounded, the distances of the triplet " + triplet.name() + " would turn it correct or wrong: record more decimals.");
        }
        return shortened;
    }

    /** Six decimals; the triplet itself where they would turn it correct or wrong. */
    private static TripletDistances shortened(TripletDistances triplet) {
        TripletDistances shortened = new TripletDistances(triplet.name(), triplet.kind(), round(triplet.anchorPositive()), round(triplet.anchorNegative()), round(triplet.likeness()));
        return shortened.correct() == triplet.correct() ? shortened : triplet;
    }

    /** A distance of millions, as a run has on its way to divergence, has fewer decimals than that anyway. */
    private static double round(double distance) {
        return distance < DECIMALS ? Math.round(distance * DECIMALS) / DECIMALS : distance;
    }

    /** The history by the rounded distances; training's rows, of which there are none, as they are. */
    private static History history(History trained, MeasuredEpochs distances, MeasuredLoss loss) {
        List<History.Row> rows = new ArrayList<>();
        for (History.Row row : trained.rows()) {
            List<TripletDistances> triplets = distances.distances(row.epoch(), row.set());
            rows.add(triplets.isEmpty() ? row : History.Row.of(row.epoch(), row.set(), triplets, loss));
        }
        return new History(rows);
    }
}
