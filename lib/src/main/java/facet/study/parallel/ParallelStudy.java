package facet.study.parallel;

import facet.io.FacetException;
import facet.io.Progress;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.RunTrainer;
import facet.study.Runs;
import facet.study.Study;
import facet.study.StudyProgress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains several runs of a study at once, each in a worker, a process that trains one run after another. Every worker has as many threads as one that is alone, and all
 * of them share the cores: a trained backbone's gradients are sums over the threads' parts, so that fewer threads would give other bits.
 *
 * @param study whose missing runs are trained
 * @param workers at work at once
 * @param command that starts a worker, which runs a {@link WorkerLoop}
 */
public record ParallelStudy(Study study, int workers, List<String> command) {

    /** Each worker holds PyTorch and a network in memory. */
    public static final int MOST = 64;

    public ParallelStudy {
        if (workers < 1 || workers > MOST) {
            throw new FacetException("The number of runs at once is " + workers + "; it has to be from 1 to " + MOST + ".");
        }
    }

    /**
     * Trains what is missing, as {@link Study#run}, with the same bits. A run that fails, also since its worker was killed, does not end the others.
     *
     * @return a run for each experiment, in their order
     * @throws FacetException where the thread was interrupted, which it stays, or a run failed; the same call goes on
     */
    public Runs run(RunStore store, Progress progress) {
        List<Run> runs = study.experiments().stream().map(store::run).toList();
        List<Integer> missing = IntStream.range(0, runs.size()).filter(place -> new RunTrainer(runs.get(place)).isMissing(study.epochs())).boxed().toList();
        if (Math.min(workers, missing.size()) < 2) {
            return study.run(store, progress);
        }
        IntStream.range(0, runs.size()).filter(place -> !missing.contains(place))
                .forEach(place -> new RunTrainer(runs.get(place)).measure(study.epochs(), Progress.silent())); // still of the same images?
        StudyProgress line = new StudyProgress(study, runs, progress);
        Lane.Work work = Lane.Work.of(study, runs, missing, command, line);
        train(work, Stream.generate(() -> new Lane(work)).limit(Math.min(workers, missing.size())).toList());
        List<Integer> left = missing.stream().filter(place -> new RunTrainer(runs.get(place)).isMissing(study.epochs())).toList();
        if (work.stopped().get()) {
            throw new FacetException("Stopped with " + (runs.size() - left.size()) + " of " + runs.size() + " runs trained; the same study goes on from there.");
        }
        if (!work.failures().isEmpty()) {
            throw new FacetException(work.failures().size() + " of " + runs.size() + " runs failed. " + failed(runs, work.failures()) + " The same study tries them again.");
        }
        line.end();
        return new Runs(runs);
    }

    /** Lets the lanes work, each in a thread. Where this thread is interrupted, it stops them, waits for their end and stays interrupted. */
    private static void train(Lane.Work work, List<Lane> lanes) {
        List<Thread> threads = lanes.stream().map(lane -> new Thread(lane, "lane")).toList();
        threads.forEach(Thread::start);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    work.stopped().set(true);
                    work.waiting().clear();
                    lanes.forEach(Lane::stop);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs that failed for one reason are named together. */
    private static String failed(List<Run> runs, Map<Integer, String> failures) {
        Map<String, List<String>> byReason = failures.keySet().stream().collect(Collectors.groupingBy(failures::get, Collectors.mapping(place -> runs.get(place).id(), Collectors.toList())));
        return byReason.entrySet().stream().map(reason -> String.join(", ", reason.getValue()) + ": " + reason.getKey()).sorted().collect(Collectors.joining(" "));
    }
}
