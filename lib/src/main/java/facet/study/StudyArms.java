package facet.study;

import facet.eval.compare.Plan;
import facet.io.Progress;
import facet.train.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the endpoint of each run of several studies, which are the arms of one comparison. */
public final class StudyArms {

    private StudyArms() { }

    /**
     * Reads the mean accuracy over a plan's epochs and the triplets of some sets.
     *
     * @param studies each an arm with a name of its own; only seed and split vary within one
     * @param store which keeps all of their runs
     * @param sets whose triplets are taken together
     * @return by the arm's name, in the file's order, the accuracy of each seed
     * @throws IllegalArgumentException where something else varies within an arm
     * @throws facet.io.FacetException where a run is missing, ended before the plan's last epoch, or did not measure a set
     */
    public static Map<String, Map<Long, Double>> of(Studies studies, RunStore store, Plan plan, List<String> sets) {
        Map<String, Map<Long, Double>> arms = new LinkedHashMap<>();
        for (Study study : studies) {
            if (!List.of("seed", "split").containsAll(study.varying())) {
                throw new IllegalArgumentException("In the arm " + study.name() + " " + study.varying() + " vary; only seed and split may.");
            }
            Map<Long, Double> seeds = new TreeMap<>();
            study.run(store, Progress.silent()).forEach(run -> seeds.put(run.experiment().training().seed(), accuracy(run, plan, sets)));
            arms.put(study.name(), seeds);
        }
        return arms;
    }

    /** The share of all triplets of all epochs that are correct. */
    private static double accuracy(Run run, Plan plan, List<String> sets) {
        List<History.Row> rows = epochs(run, plan).flatMap(epoch -> sets.stream().map(set -> run.history().row(set, epoch))).toList();
        return rows.stream().mapToDouble(History.Row::correct).sum() / rows.stream().mapToDouble(History.Row::triplets).sum();
    }

    /** Those of the plan; a run that diverged counts with those of them that it has, and with the network before training where it has none. */
    private static Stream<Integer> epochs(Run run, Plan plan) {
        int last = run.divergence().isPresent() ? Math.min(plan.lastEpoch(), run.history().lastEpoch()) : plan.lastEpoch();
        return last < plan.firstEpoch() ? Stream.of(0) : IntStream.rangeClosed(plan.firstEpoch(), last).boxed();
    }
}
