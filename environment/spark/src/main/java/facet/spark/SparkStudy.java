package facet.spark;

import facet.io.FacetException;
import facet.io.Progress;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.RunTrainer;
import facet.study.Runs;
import facet.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Trains what a study lacks on a cluster, a task a run. Workers that see the folder of the runs train in it, so that a run whose worker dies goes on after its
 * last whole epoch on another one; from others the files of a run, some hundred kilobytes, come back.
 *
 * @param master of the cluster
 * @param study whose runs are trained
 */
record SparkStudy(MasterAddress master, Study study) {

    private static final int MOST_AHEAD = 1000; // runs that Spark knows of at a time

    /** Trains and reads, as {@link Study#run} does. */
    Runs run(RunStore store, Progress progress) {
        List<Run> missing = study.experiments().stream().map(store::run).filter(run -> new RunTrainer(run).isMissing(study.epochs())).toList();
        if (!missing.isEmpty()) {
            new RunTrainer(missing.get(0)).check(study.epochs(), progress); // downloads what is missing once, and not on each worker
            train(missing, store, progress);
        }
        return study.run(store, progress); // all are there: it reads them, and refuses those of other images
    }

    private void train(List<Run> missing, RunStore store, Progress progress) {
        Path sign = sign(store.folder());
        try (Cluster cluster = Cluster.open(master, "facet study " + study.name())) {
            progress.report("study on Spark", 0, missing.size(), "runs");
            int[] done = {0};
            cluster.each(missing.stream().map(run -> task(run, sign)).toList(), () -> MOST_AHEAD, (task, files) -> {
                files.writeTo(store.folder().resolve(task.id()));
                progress.report("study on Spark", ++done[0], missing.size(), "runs");
            });
        } finally {
            sign.toFile().delete();
        }
    }

    private RunTask task(Run run, Path sign) {
        return new RunTask(run.id(), new TreeMap<>(run.experiment().values().texts()), sign.toString(), study.epochs());
    }

    /** A file by which a worker knows that it sees the same folder. */
    private static Path sign(Path folder) {
        try {
            return Files.createTempFile(Files.createDirectories(folder), ".spark-", ".sign");
        } catch (IOException e) {
            throw new FacetException("Can't write into the folder of runs " + folder + ": is it writable, is the disk full?", e);
        }
    }
}
