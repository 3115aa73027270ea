package facet.study;

import facet.eval.compare.SeedScores;
import facet.io.Progress;
import facet.train.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the endpoint of each run of several studies, which are the arms of one comparison. */
public final class StudyArms {

    private StudyArms() { }

    /**
     * Reads the mean accuracy over some epochs and the triplets of some sets.
     *
     * @param studies each an arm with a name of its own; only seed and split vary within one
     * @param store which keeps all of their runs
     * @param firstEpoch the first epoch whose accuracy counts
     * @param lastEpoch the last one
     * @param sets whose triplets are taken together
     * @return by the arm's name, in the file's order, the accuracy of each seed
     * @throws IllegalArgumentException where an arm has no name, something else varies within an arm, or a seed was trained twice
     * @throws facet.io.FacetException where a run is missing, ended before the last epoch, or did not measure a set
     */
    public static Map<String, Map<Long, Double>> of(Studies studies, RunStore store, int firstEpoch, int lastEpoch, List<String> sets) {
        if (sets.isEmpty() || firstEpoch > lastEpoch) {
            throw new IllegalArgumentException("There is no endpoint in the sets " + sets + " and the epochs " + firstEpoch + " to " + lastEpoch + ".");
        }
        Map<String, Map<Long, Double>> arms = new LinkedHashMap<>();
        for (Study study : studies) {
            if (!List.of("seed", "split").containsAll(study.varying())) {
                throw new IllegalArgumentException("In the arm " + study.name() + " " + study.varying() + " vary; only seed and split may.");
            }
            Map<Long, Double> seeds = new TreeMap<>();
            for (Run run : study.run(store, Progress.silent())) {
                long seed = run.experiment().training().seed();
                if (seeds.put(seed, accuracy(run, firstEpoch, lastEpoch, sets)) != null) {
                    throw new IllegalArgumentException("The arm " + study.name() + " has two runs of seed " + seed + "; give each seed one split (split: seed).");
                }
            }
            if (study.name().isEmpty() || arms.put(study.name(), seeds) != null) {
                throw new IllegalArgumentException("Each arm needs a name of its own: give each study a line \"name:\".");
            }
        }
        return arms;
    }

    /** The share of all triplets of all epochs that are correct; of a run that diverged, of the epochs that count ({@link SeedScores#counted}). */
    private static double accuracy(Run run, int firstEpoch, int lastEpoch, List<String> sets) {
        History history = run.history();
        List<Integer> epochs = SeedScores.counted(firstEpoch, lastEpoch, run.divergence().isPresent(), epoch -> epoch <= history.lastEpoch());
        List<History.Row> rows = epochs.stream().flatMap(epoch -> sets.stream().map(set -> history.row(set, epoch))).toList();
        return rows.stream().mapToDouble(History.Row::correct).sum() / rows.stream().mapToDouble(History.Row::triplets).sum();
    }
}
