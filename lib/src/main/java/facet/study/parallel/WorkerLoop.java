package facet.study.parallel;

import facet.io.Progress;
import facet.study.RunTrainer;
import facet.train.Diverged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Trains the runs that a worker's process reads from its input, one after another, and answers line by line. The input's end stops the run at work after its step: whoever
 * wanted it has no more work, is being stopped, or was killed.
 */
public final class WorkerLoop {

    private final PrintStream out;
    private final Function<Exception, String> sentence;

    /** Makes a loop that writes an error as a sentence. */
    public WorkerLoop(PrintStream out, Function<Exception, String> sentence) {
        this.out = out;
        this.sentence = sentence;
    }

    /** Works until the input ends or the thread is interrupted. */
    public void run(InputStream in) {
        BlockingQueue<String> orders = new LinkedBlockingQueue<>();
        Thread trainer = Thread.currentThread();
        Thread reader = new Thread(() -> read(in, orders, trainer), "orders");
        reader.setDaemon(true); // a signal ends the program while it waits for a line
        reader.start();
        try {
            while (train(Order.read(orders.take()))) {
                // the next one
            }
        } catch (InterruptedException e) {
            trainer.interrupt(); // between two runs: nothing is lost
        }
    }

    private static void read(InputStream in, BlockingQueue<String> orders, Thread trainer) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(orders::add);
        } catch (IOException | RuntimeException e) {
            // as its end
        } finally {
            trainer.interrupt();
        }
    }

    /** Trains a run; false where it was stopped. */
    private boolean train(Order order) {
        Progress progress = (task, done, total, detail) -> say(new Answer(Answer.State.PROGRESS, task, done, total, detail));
        try {
            new RunTrainer(order.run()).measure(order.epochs(), progress);
            say(Answer.of(Answer.State.ENDED, ""));
        } catch (Diverged e) {
            say(Answer.of(Answer.State.ENDED, "")); // the run's folder says where
        } catch (RuntimeException e) {
            boolean stopped = Thread.currentThread().isInterrupted();
            say(Answer.of(stopped ? Answer.State.STOPPED : Answer.State.FAILED, stopped ? "" : sentence.apply(e)));
            return !stopped;
        }
        return true;
    }

    private void say(Answer answer) {
        out.println(answer.line());
        out.flush();
    }
}
