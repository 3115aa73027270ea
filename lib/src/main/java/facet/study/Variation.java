package facet.study;

import facet.model.Pooling;
import facet.model.net.Level;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The settings in which experiments differ.
 *
 * @param settings the names of those that are not the same in all experiments that are looked at together
 */
public record Variation(Set<String> settings) {

    /** @return that of some experiments */
    public static Variation of(List<Experiment> experiments) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        experiments.forEach(experiment -> experiment.values().texts()
                .forEach((name, value) -> values.computeIfAbsent(name, n -> new HashSet<>()).add(value)));
        values.values().removeIf(different -> different.size() == 1);
        return new Variation(Collections.unmodifiableSet(values.keySet()));
    }

    /** @return that of the experiments of runs */
    public static Variation ofRuns(List<Run> runs) {
        return of(runs.stream().map(Run::experiment).toList());
    }

    /** @return the settings in which one of them differs from the others: such as level P2, lr 0.01 */
    public Map<String, String> own(Experiment experiment) {
        Map<String, String> own = new LinkedHashMap<>(experiment.values().texts());
        own.keySet().retainAll(settings);
        own.replaceAll(Variation::shown);
        return own;
    }

    /** @return a setting's value for people: no FPN for the level NONE, pool, and averaged or flattened for the pooling */
    public static String shown(String setting, String value) {
        if (setting.equals(Network.LEVEL.name())) {
            return value.equals(Level.NONE.name()) ? "no FPN" : value.equals(Level.POOL.name()) ? "pool" : value;
        }
        if (setting.equals(Network.POOLING.name())) {
            return value.equals(Pooling.AVERAGE.name()) ? "averaged" : value.equals(Pooling.FLATTEN.name()) ? "flattened" : value.toLowerCase(Locale.ROOT);
        }
        return value;
    }

    /** @return that in a line, without some settings, and without settings that are not {@link Experiment#settings() written} since they are the paper's */
    public String shortLabel(Experiment experiment, String... without) {
        Map<String, String> own = own(experiment);
        own.keySet().retainAll(experiment.settings().keySet());
        own.keySet().removeAll(Set.of(without));
        return Settings.line(own);
    }

    /** @return that in a line, without some settings */
    public String label(Experiment experiment, String... without) {
        Map<String, String> own = own(experiment);
        own.keySet().removeAll(Set.of(without));
        return Settings.line(own);
    }
}
