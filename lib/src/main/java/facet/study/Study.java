package facet.study;

import facet.data.Progress;
import facet.train.TrainingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Experiments that are looked at together.
 *
 * @param experiments each once
 * @param epochs that each is trained for
 */
public record Study(List<Experiment> experiments, int epochs) {

    public Study {
        experiments = experiments.stream().distinct().toList();
    }

    /** @return a grid of one experiment, to be told what varies */
    public static StudyGrid grid(Experiment base) {
        return new StudyGrid(List.of(base));
    }

    /**
     * Trains what is missing; stopped at any moment, the next call goes on. Runs with a frozen backbone take seconds: what they measured is
     * kept, their weights are not. A run whose loss becomes NaN or infinite ends before its last epoch, and the next one begins.
     *
     * @return a run for each experiment, in their order
     * @throws facet.data.FacetException as {@link Run#train}
     */
    public List<Run> run(RunStore store, Progress progress) {
        List<Run> runs = experiments.stream().map(store::run).toList();
        StudyProgress line = new StudyProgress(this, runs, progress);
        for (int i = 0; i < runs.size(); i++) {
            try {
                runs.get(i).measure(epochs, line.of(i));
            } catch (TrainingException e) {
                if (!e.diverged()) {
                    throw e;
                }
            }
        }
        line.end();
        return runs;
    }

    /** @return what tells an experiment from the others of this study, by setting: such as level P2, lr 0.01 */
    public Map<String, String> varied(Experiment experiment) {
        Map<String, String> own = new LinkedHashMap<>(experiment.settings());
        own.entrySet().removeIf(setting -> experiments.stream().allMatch(e -> e.settings().get(setting.getKey()).equals(setting.getValue())));
        return own;
    }

    /** @return that in a line, such as level=P2 lr=0.01 */
    String label(Experiment experiment) {
        return varied(experiment).entrySet().stream().map(s -> s.getKey() + "=" + s.getValue()).collect(Collectors.joining(" "));
    }
}
