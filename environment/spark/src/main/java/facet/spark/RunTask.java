package facet.spark;

import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.RunTrainer;
import facet.study.Settings;
import facet.train.Diverged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Trains a run on a worker.
 *
 * @param id of the run
 * @param settings of its experiment, as text
 * @param sign a file in the folder of the runs; a worker that does not see it has another folder there
 * @param epochs the last one
 */
record RunTask(String id, TreeMap<String, String> settings, String sign, int epochs) implements ClusterTask<RunFolderFiles> {

    private static final int LOOKS = 120; // a minute: an executor whose worker died trains on until it notices
    private static final long LOOK_AGAIN_MILLIS = 500;

    @Override
    public String name() {
        return "the run " + id;
    }

    @Override
    public RunFolderFiles result() {
        Experiment experiment = experiment();
        boolean shared = Files.exists(Path.of(sign));
        Path runs = Path.of(sign).getParent();
        if (!shared && experiment.network().backbone() == Backbone.TRAINED) {
            throw new FacetException("It does not see the folder " + runs + ", and a run with a trained backbone keeps 200 MB of weights there. Name a folder that all machines share: --runs DIR.");
        }
        Run run = new RunStore(DataHome.find(), runs, false).run(experiment);
        awaitFree(run);
        try {
            new RunTrainer(run).measure(epochs, Progress.silent());
        } catch (Diverged e) {
            // the run's folder says so
        }
        return shared ? RunFolderFiles.none() : RunFolderFiles.of(run.folder());
    }

    private Experiment experiment() {
        Settings values = Experiment.paper("").values();
        for (var setting : settings.entrySet()) {
            values = values.with(setting.getKey(), setting.getValue());
        }
        Experiment experiment = Experiment.of(values);
        if (!experiment.id().equals(id)) {
            throw new FacetException("It calls the run " + id + " " + experiment.id() + ": its Facet is another version. Update the checkout there.");
        }
        return experiment;
    }

    private static void awaitFree(Run run) {
        try {
            for (int i = 0; i < LOOKS && run.isBeingTrained(); i++) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // training looks at it
        }
    }
}
