package facet.study;

import facet.io.Progress;
import facet.train.TrainingProgress;
import java.util.List;
import java.util.stream.IntStream;

/** One line for all runs of a study: which is at work, how far it is, and so the time left for all. */
final class StudyProgress {

    private static final String TASK = "study";
    private static final int UNITS = 1000; // an epoch

    private final Study study;
    private final Variation variation; // found out once: there may be many thousand experiments
    private final Progress progress;
    private final int[] trained; // epochs of each run that are there already

    StudyProgress(Study study, List<Run> runs, Progress progress) {
        this.study = study;
        variation = Variation.of(study.experiments());
        this.progress = progress;
        trained = runs.stream().mapToInt(run -> run.divergence().isPresent() ? study.epochs() // it is not trained again
                : Math.min(study.epochs(), Math.max(0, run.history().lastEpoch()))).toArray();
    }

    /** What a run reports goes into the study's line; what it does besides training is named there, too. */
    Progress part(int run) {
        long before = missing(run);
        String training = TrainingProgress.task(study.experiments().get(run).network().level());
        String name = "run " + (run + 1) + "/" + trained.length + " " + variation.label(study.experiments().get(run));
        return (task, done, total, detail) -> {
            boolean trains = task.equals(training);
            double epochs = trains && total > 0 ? (double) done / total * study.epochs() - trained[run] : 0;
            long now = Math.min(missing(trained.length) - 1, before + Math.round(UNITS * Math.max(0, epochs)));
            if (now >= 0) { // something is left to train
                progress.report(TASK, now, missing(trained.length), name + " \u00b7 " + (trains ? detail : task + " " + detail).strip());
            }
        };
    }

    /** Says that all runs are there. */
    void end() {
        long all = Math.max(1, missing(trained.length));
        progress.report(TASK, all, all, trained.length + " runs of " + study.epochs() + " epochs");
    }

    /** Units of training that the first runs lack. */
    private long missing(int runs) {
        return IntStream.range(0, runs).mapToLong(run -> (long) UNITS * (study.epochs() - trained[run])).sum();
    }
}
