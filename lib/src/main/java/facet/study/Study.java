package facet.study;

import facet.io.FacetException;
import facet.io.Progress;
import facet.train.Diverged;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Experiments that are looked at together.
 *
 * @param name that its file gives it; empty where it has none
 * @param experiments each once
 * @param epochs that each is trained for; not below the length of a learning rate's schedule
 */
public record Study(String name, List<Experiment> experiments, int epochs) {

    public Study {
        experiments = experiments.stream().distinct().toList();
        experiments.forEach(experiment -> experiment.training().descent().check(epochs));
    }

    /** Makes a study without a name. */
    public Study(List<Experiment> experiments, int epochs) {
        this("", experiments, epochs);
    }

    /** @return the same with a name */
    public Study named(String other) {
        return new Study(other, experiments, epochs);
    }

    /** @return a grid of one experiment, whose methods add what varies */
    public static StudyGrid grid(Experiment base) {
        return new StudyGrid(List.of(base));
    }

    /**
     * Trains what is missing; stopped at any moment, the next call goes on. Runs with a frozen backbone take seconds: what they measured is
     * kept, their weights are not. A run whose loss becomes NaN or infinite ends before its last epoch and is not trained again; the next one begins.
     *
     * @return a run for each experiment, in their order
     * @throws facet.io.FacetException as {@link RunTrainer#train}, or where the thread was interrupted between two runs, which it stays
     */
    public Runs run(RunStore store, Progress progress) {
        List<Run> runs = experiments.stream().map(store::run).toList();
        StudyProgress line = new StudyProgress(this, runs, progress);
        for (int i = 0; i < runs.size(); i++) {
            if (Thread.currentThread().isInterrupted()) { // runs that are only read do not look
                throw new FacetException("Stopped before run " + (i + 1) + " of " + runs.size() + "; the same study goes on from there.");
            }
            try {
                new RunTrainer(runs.get(i)).measure(epochs, line.part(i));
            } catch (Diverged e) {
                // the run's folder says so; the next one begins
            }
            line.ended(i);
        }
        line.end();
        return new Runs(runs);
    }

    /** @return the names of the settings that are not the same in all of its experiments */
    public Set<String> varying() {
        return variation().settings();
    }

    /** @return in which settings an experiment differs from the others of this study: such as level P2, lr 0.01 */
    public Map<String, String> varied(Experiment experiment) {
        return variation().own(experiment);
    }

    /** @return that in a line, without some settings */
    public String label(Experiment experiment, String... without) {
        return variation().label(experiment, without);
    }

    private Variation variation() {
        return Variation.of(experiments);
    }
}
