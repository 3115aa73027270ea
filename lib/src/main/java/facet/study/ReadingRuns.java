package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.TripletDistances;
import facet.eval.reading.Reading;
import facet.eval.reading.SeedOutcome;
import facet.eval.reading.SetOutcome;
import facet.io.FacetException;
import facet.train.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;

/** Sorts runs by reading of the paper: those that differ in seed, split and learning rate alone are of one. */
public final class ReadingRuns {

    private static final long SHARED = Long.MIN_VALUE; // the draw of a set that is the same for all splits

    private ReadingRuns() { }

    /**
     * Reads what the runs measured.
     *
     * @param runs each trained that far, or diverged
     * @param epoch after which they are compared with the paper: 10 for Table 1
     * @return the readings, in the order of their first runs
     * @throws FacetException where a run ended before the epoch and did not diverge
     */
    public static List<Reading> of(List<Run> runs, int epoch) {
        Map<Map<String, String>, List<Run>> readings = runs.stream()
                .collect(Collectors.groupingBy(run -> ReadingWords.settings(run.experiment()), LinkedHashMap::new, Collectors.toList()));
        Set<String> differing = Variation.ofRuns(runs).settings();
        return readings.entrySet().stream().map(reading -> reading(ReadingWords.of(reading.getKey(), differing), reading.getValue(), epoch)).toList();
    }

    private static Reading reading(String name, List<Run> runs, int epoch) {
        Map<Double, List<SeedOutcome>> byRate = new TreeMap<>();
        runs.forEach(run -> byRate.computeIfAbsent(run.experiment().training().learningRate(), rate -> new ArrayList<>()).add(outcome(run, epoch)));
        return new Reading(name, byRate);
    }

    private static SeedOutcome outcome(Run run, int epoch) {
        long seed = run.experiment().training().seed();
        History history = run.history().until(epoch);
        List<Double> validation = history.rows("validation").stream().map(History.Row::loss).toList();
        if (history.lastEpoch() < epoch) {
            if (run.divergence().isEmpty()) {
                throw new FacetException("The run " + run.id() + " has " + Math.max(0, history.lastEpoch()) + " of " + epoch + " epochs and did not diverge. Train it further, or leave it out.");
            }
            return new SeedOutcome(seed, true, Map.of(), validation);
        }
        MeasuredEpochs distances = run.distances();
        Map<String, SetOutcome> sets = new LinkedHashMap<>();
        for (History.Row row : history.rows()) {
            if (row.epoch() == epoch && !row.set().equals("train")) {
                sets.put(row.set(), set(run.experiment(), history, row, distances.distances(epoch, row.set())));
            }
        }
        return new SeedOutcome(seed, false, sets, validation);
    }

    private static SetOutcome set(Experiment experiment, History history, History.Row row, List<TripletDistances> triplets) {
        double deviation = triplets.size() < 2 ? Double.NaN
                : Math.sqrt(StatUtils.variance(triplets.stream().mapToDouble(triplet -> experiment.training().loss().of(triplet)).toArray()));
        double best = history.rows(row.set()).stream().filter(each -> each.epoch() > 0).mapToDouble(History.Row::accuracy).max().orElseThrow();
        long draw = Set.of("test", "validation", "hard test", "hard validation").contains(row.set()) ? experiment.faces().splitSeed() : SHARED;
        return new SetOutcome(row.triplets(), draw, row.loss(), deviation, row.accuracy(), best);
    }
}
