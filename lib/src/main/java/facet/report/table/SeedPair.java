package facet.report.table;

import facet.study.Run;
import facet.study.Study;
import facet.train.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two runs of one seed that differ in one setting.
 *
 * @param first the one with the first value
 * @param second the one with the second
 */
record SeedPair(Side first, Side second) {

    /** A run and its history, read once. */
    record Side(Run run, History history) { }

    /**
     * Pairs a study's runs, in its order. A seed of which one run ended early, with a loss that is no number, or is not trained so far, is left out.
     *
     * @throws IllegalArgumentException where fewer than two seeds have both, or something else varies
     */
    static List<SeedPair> of(Study study, List<Run> runs, String setting, String first, String second) {
        if (!Set.of(setting, "seed").containsAll(study.varying())) {
            throw new IllegalArgumentException("Beside " + setting + " and seed nothing may vary; here " + study.varying() + " do.");
        }
        Map<Long, Side[]> pairs = new LinkedHashMap<>();
        for (Run run : runs) {
            String value = run.experiment().values().texts().get(setting);
            Side side = new Side(run, run.history());
            if (side.history().lastEpoch() >= study.epochs() && (value.equals(first) || value.equals(second))) {
                pairs.computeIfAbsent(run.experiment().training().seed(), seed -> new Side[2])[value.equals(first) ? 0 : 1] = side;
            }
        }
        List<Side[]> both = new ArrayList<>(pairs.values());
        both.removeIf(pair -> pair[0] == null || pair[1] == null);
        if (both.size() < 2) {
            throw new IllegalArgumentException("The study has " + both.size() + " seeds with both " + setting + "=" + first + " and " + second
                    + "; two are the least. The values are " + runs.stream().map(run -> run.experiment().values().texts().get(setting)).distinct().toList() + ".");
        }
        return both.stream().map(pair -> new SeedPair(pair[0], pair[1])).toList();
    }
}
