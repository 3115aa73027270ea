package facet.study;

import facet.eval.compare.Plan;
import facet.eval.compare.SeedScores;
import facet.model.net.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts the runs of a planned study by network and seed. */
public final class SeededNetworks {

    private SeededNetworks() { }

    /**
     * Reads the scores of each run by person.
     *
     * @param runs of one study; each network has the same seeds, once each
     * @param sets whose triplets are taken together
     * @return the scores of each network by its name, such as P2, ResNet-50 (no FPN) or SFace + linear, in the order of seeds
     * @throws IllegalArgumentException where a run did not measure a set, or a network has two runs of a seed
     */
    public static Map<String, List<SeedScores>> of(List<Run> runs, Plan plan, List<String> sets) {
        Map<String, List<SeedScores>> networks = new LinkedHashMap<>();
        for (Run run : runs) {
            long seed = run.experiment().training().seed();
            List<SeedScores> scores = networks.computeIfAbsent(name(run.experiment().network()), name -> new ArrayList<>());
            if (scores.stream().anyMatch(other -> other.seed() == seed)) {
                throw new IllegalArgumentException("Seed " + seed + " was trained twice at one level: the runs are of several studies. Take those of one.");
            }
            scores.add(SeedScores.of(seed, run.distances(), plan.firstEpoch(), plan.lastEpoch(), run.divergence().isPresent(), sets));
        }
        networks.values().forEach(scores -> scores.sort(Comparator.comparingLong(SeedScores::seed)));
        return networks;
    }

    private static String name(Network network) {
        return network.isOnSFace() || network.level() == Level.NONE ? network.name() : network.level().name();
    }
}
