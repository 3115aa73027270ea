package facet.study;

import facet.eval.compare.Plan;
import facet.eval.compare.SeedScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts the runs of a planned study by network and seed. */
public final class SeededNetworks {

    private SeededNetworks() { }

    /**
     * Reads what each run says of each person.
     *
     * @param runs of one study; each network has the same seeds
     * @param setting that tells the networks apart, such as level
     * @param sets whose triplets are taken together
     * @return the scores of each value of the setting, by seed
     * @throws IllegalArgumentException where a run did not measure a set
     */
    public static Map<String, List<SeedScores>> of(List<Run> runs, String setting, Plan plan, List<String> sets) {
        Map<String, List<SeedScores>> networks = new LinkedHashMap<>();
        for (Run run : runs) {
            networks.computeIfAbsent(run.experiment().values().texts().get(setting), value -> new ArrayList<>())
                    .add(SeedScores.of(run.experiment().training().seed(), run.distances(), plan.firstEpoch(), plan.lastEpoch(), sets));
        }
        networks.values().forEach(scores -> scores.sort(Comparator.comparingLong(SeedScores::seed)));
        return networks;
    }
}
