package facet.study;

import facet.io.Progress;
import facet.train.TrainingProgress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One line for all runs of a study: which are at work, how far they are, and so the time left for all. Several threads may report. */
public final class StudyProgress {

    private static final String TASK = "study";
    private static final int UNITS = 1000; // an epoch

    private final Study study;
    private final Variation variation; // found out once: there may be many thousand experiments
    private final Progress progress;
    private final int[] trained; // epochs of each run that are there already
    private final long[] done; // units of each run that were trained since
    private final Map<Integer, String> atWork = new TreeMap<>(); // what the runs at work say
    private final Set<String> noted = new HashSet<>();
    private final long all;

    /** Begins a line for the runs of a study, in its order. */
    public StudyProgress(Study study, List<Run> runs, Progress progress) {
        this.study = study;
        variation = Variation.of(study.experiments());
        this.progress = progress;
        trained = runs.stream().mapToInt(run -> run.divergence().isPresent() ? study.epochs() // it is not trained again
                : Math.min(study.epochs(), Math.max(0, run.history().lastEpoch()))).toArray();
        done = new long[trained.length];
        all = Arrays.stream(trained).mapToLong(this::missing).sum();
    }

    private long missing(int epochs) {
        return (long) UNITS * (study.epochs() - epochs);
    }

    /** @return where a run reports, whose place is counted from 0: it goes into the study's line, with what the run does besides training */
    public Progress part(int run) {
        String training = TrainingProgress.task(study.experiments().get(run).network().name());
        return (task, part, total, detail) -> {
            if (task.equals(JudgedSets.TASK)) {
                note(task, detail);
                return;
            }
            boolean trains = task.equals(training);
            double epochs = trains && total > 0 ? (double) part / total * study.epochs() - trained[run] : 0;
            say(run, Math.round(UNITS * Math.max(0, epochs)), (trains ? detail : task + " " + detail).strip());
        };
    }

    /** Reports in a line of its own, once, what holds for a study's runs alike. */
    private synchronized void note(String task, String words) {
        if (noted.add(words)) {
            progress.report(task, 1, 1, words);
        }
    }

    private synchronized void say(int run, long units, String words) {
        done[run] = Math.max(done[run], Math.min(missing(trained[run]), units));
        atWork.put(run, words);
        long now = Math.min(all - 1, Arrays.stream(done).sum());
        if (now >= 0) { // something is left to train
            progress.report(TASK, now, all, text());
        }
    }

    /** Such as "run 3/12 lr=0.01 · epoch 2/10, loss 0.93"; of several runs at once what stands before the first comma. */
    private String text() {
        if (atWork.size() == 1) {
            return atWork.entrySet().stream().map(run -> name(run.getKey()) + " \u00b7 " + run.getValue()).findFirst().orElseThrow();
        }
        return atWork.entrySet().stream().map(run -> name(run.getKey()) + " " + run.getValue().split(",")[0]).collect(Collectors.joining(" | "));
    }

    private String name(int run) {
        return ("run " + (run + 1) + "/" + trained.length + " " + variation.label(study.experiments().get(run))).strip(); // one run differs from no other
    }

    /** Removes a run from the line: it is over. */
    public synchronized void ended(int run) {
        atWork.remove(run);
        done[run] = missing(trained[run]);
    }

    /** Reports in a line of its own that a run was not trained, and why. */
    public synchronized void failed(int run, String id, String why) {
        ended(run);
        progress.report("run " + id, 1, 1, "was not trained. " + why);
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    /** Reports that all runs are there. */
    public synchronized void end() {
        long units = Math.max(1, all);
        progress.report(TASK, units, units, count(trained.length, "run") + " of " + count(study.epochs(), "epoch"));
    }
}
