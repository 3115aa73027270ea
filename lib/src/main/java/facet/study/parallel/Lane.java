package facet.study.parallel;

import facet.study.Run;
import facet.study.Study;
import facet.study.StudyProgress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One of the lanes in which a study's runs are trained at once: takes run after run to its worker, and starts another worker where that one has died. */
final class Lane implements Runnable {

    private final Work work;
    private Worker worker;
    private volatile boolean stopped;

    /**
     * What all lanes share.
     *
     * @param study whose runs they are
     * @param runs all of them, in its order
     * @param command that starts a worker
     * @param line where they report
     * @param waiting places of the runs that nobody has taken yet
     * @param failures why a run was not trained, by its place
     * @param stopped whether one was stopped
     */
    record Work(Study study, List<Run> runs, List<String> command, StudyProgress line, Queue<Integer> waiting, Map<Integer, String> failures,
            AtomicBoolean stopped) {

        static Work of(Study study, List<Run> runs, List<Integer> missing, List<String> command, StudyProgress line) {
            return new Work(study, runs, command, line, new ConcurrentLinkedQueue<>(missing), new ConcurrentSkipListMap<>(), new AtomicBoolean());
        }
    }

    Lane(Work work) {
        this.work = work;
    }

    /** Works until no run waits, or it is stopped. */
    @Override
    public void run() {
        for (Integer place = work.waiting().poll(); place != null; place = work.waiting().poll()) {
            train(place);
        }
        if (worker != null) {
            worker.close();
        }
    }

    private void train(int place) {
        Answer answer = answer(place);
        if (answer.state() == Answer.State.ENDED) {
            work.line().ended(place);
        } else if (answer.state() == Answer.State.STOPPED || stopped) {
            work.waiting().clear(); // Ctrl-C reaches the workers, too, and one of them may be faster
            work.stopped().set(true);
        } else {
            work.failures().put(place, answer.text());
            work.line().failed(place, work.runs().get(place).id(), answer.text());
        }
    }

    private Answer answer(int place) {
        try {
            return worker().train(work.runs().get(place), work.study().epochs(), work.line().part(place));
        } catch (IOException e) {
            return Answer.of(Answer.State.FAILED, "No program could be started to train it (" + e.getMessage() + ").");
        }
    }

    private synchronized Worker worker() throws IOException {
        if (worker == null || !worker.isAlive()) {
            worker = new Worker(work.command());
            if (stopped) {
                worker.stop();
            }
        }
        return worker;
    }

    /** Stops the run at work after its step; no other follows where no run waits. */
    synchronized void stop() {
        stopped = true;
        if (worker != null) {
            worker.stop();
        }
    }
}
