package facet.study;

import facet.io.Progress;

/** Who trains what a study lacks: {@link Study#run} does it here; a cluster may do it elsewhere. */
@FunctionalInterface
public interface StudyRunner {

    /**
     * Trains what is missing.
     *
     * @return a run for each experiment, in their order
     * @throws facet.io.FacetException where it can't be done, or was stopped
     */
    Runs run(Study study, RunStore store, Progress progress);
}
