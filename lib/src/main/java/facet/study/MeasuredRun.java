package facet.study;

import facet.data.HardTriplets;
import facet.eval.MeasuredEpochs;
import facet.eval.MeasuredLoss;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.model.Backbone;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run and the distances that it keeps: its file is read once, whatever is asked of it.
 *
 * @param run which was measured
 * @param epochs what it keeps
 */
public record MeasuredRun(Run run, MeasuredEpochs epochs) {

    /** @return a run with the distances of all its epochs */
    public static MeasuredRun of(Run run) {
        return new MeasuredRun(run, run.distances());
    }

    /**
     * Returns the loss that some runs were trained with.
     *
     * @throws IllegalArgumentException where they have several: only losses of one formula and margin compare
     */
    public static MeasuredLoss loss(List<Run> runs) {
        List<MeasuredLoss> losses = runs.stream().map(run -> run.experiment().training().loss()).distinct().toList();
        if (losses.stream().map(loss -> loss.form() + " " + loss.distance()).distinct().count() > 1) {
            throw new IllegalArgumentException("Losses of " + losses.stream().map(loss -> loss.form() + " with " + loss.distance() + " distances").distinct().toList()
                    + " do not compare. Choose runs of one loss and distance.");
        }
        if (losses.size() != 1) {
            throw new IllegalArgumentException("Losses of the margins " + losses.stream().map(MeasuredLoss::margin).toList() + " do not compare. Choose runs of one margin.");
        }
        return losses.get(0);
    }

    /** @return the first run's test sets without hard test, unless both were measured on it after the epoch and one judge chose it for both */
    public static List<String> sharedTests(Run first, Run second, int epoch) {
        boolean hard = first.judge().equals(second.judge());
        return Arrays.stream(first.history().testSets()).filter(set -> !HardTriplets.isHard(set)
                || hard && Stream.of(first, second).allMatch(run -> run.history().rows(set).stream().anyMatch(row -> row.epoch() == epoch))).toList();
    }

    /**
     * Returns some sets after an epoch.
     *
     * @throws FacetException where the run keeps no distances of one of them
     */
    public Measurements after(int epoch, String... sets) {
        Map<String, List<TripletDistances>> measured = new LinkedHashMap<>();
        for (String set : sets) {
            List<TripletDistances> triplets = epochs.distances(epoch, set);
            if (triplets.isEmpty()) {
                throw new FacetException("The run " + run.id() + " has no distances of " + set + " after epoch " + epoch
                        + (run.recorded() && run.experiment().network().backbone() == Backbone.FROZEN ? ": of frozen backbones those of epochs 0, 10 and the last five are recorded at the most." : "."));
            }
            measured.put(set, triplets);
        }
        return new Measurements(measured);
    }
}
