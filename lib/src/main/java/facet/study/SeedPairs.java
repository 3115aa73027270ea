package facet.study;

import facet.eval.CrossedMean;
import facet.eval.compare.MeasuredPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which runs belong together where seeds are compared: what may vary, and what is left out. */
public final class SeedPairs {

    private static final int LEAST = 2; // one difference has no interval

    private SeedPairs() { }

    /**
     * Pairs a study's runs, in its order. A seed of which one run diverged before the study's last epoch, or is not trained so far, is left out.
     *
     * @param setting the one that differs, such as lr
     * @param first its value in the first run of each pair, as {@link Experiment#settings} writes it
     * @param second its value in the second
     * @throws IllegalArgumentException where fewer than two seeds have both, or something else varies
     */
    public static List<SeedPair> of(Study study, List<Run> runs, String setting, String first, String second) {
        if (!Set.of(setting, "seed").containsAll(study.varying())) {
            throw new IllegalArgumentException("Beside " + setting + " and seed nothing may vary; here " + study.varying() + " do.");
        }
        Map<Long, SeedPair.Side[]> pairs = new LinkedHashMap<>();
        for (Run run : runs) {
            String value = run.experiment().values().texts().get(setting);
            SeedPair.Side side = new SeedPair.Side(run, run.history());
            if (side.history().lastEpoch() >= study.epochs() && (value.equals(first) || value.equals(second))) {
                pairs.computeIfAbsent(run.experiment().training().seed(), seed -> new SeedPair.Side[2])[value.equals(first) ? 0 : 1] = side;
            }
        }
        List<SeedPair.Side[]> both = new ArrayList<>(pairs.values());
        both.removeIf(pair -> pair[0] == null || pair[1] == null);
        if (both.size() < LEAST) {
            throw new IllegalArgumentException("The study has " + both.size() + " seeds with both " + setting + "=" + first + " and " + second
                    + "; two are the least. The values are " + runs.stream().map(run -> run.experiment().values().texts().get(setting)).distinct().toList() + ".");
        }
        return both.stream().map(pair -> new SeedPair(pair[0], pair[1])).toList();
    }

    /**
     * Pairs two epochs of each run, such as the last one and 0.
     *
     * @param runs which differ in their seeds alone
     * @throws IllegalArgumentException where they are fewer than {@link CrossedMean#LEAST_SEEDS}, or something else varies
     * @throws facet.io.FacetException where a run keeps no distances of the sets
     */
    public static List<MeasuredPair> ofEpochs(List<Run> runs, int first, int second, String... sets) {
        Set<String> varying = Variation.ofRuns(runs).settings();
        if (runs.size() < CrossedMean.LEAST_SEEDS || !varying.equals(Set.of("seed"))) {
            throw new IllegalArgumentException("It takes three runs or more that differ in their seeds alone; these are " + runs.size() + ", and " + varying + " varies.");
        }
        return runs.stream().map(MeasuredRun::of)
                .map(run -> new MeasuredPair(run.run().experiment().training().seed(), run.after(first, sets), run.after(second, sets))).toList();
    }
}
