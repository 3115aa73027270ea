package facet.study.parallel;

import facet.io.PlainText;
import facet.io.Progress;
import facet.study.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A process that trains one run after another. Runs in one process would have to share DJL's gradient collector, of which there is one, and PyTorch's threads. */
final class Worker implements AutoCloseable {

    private static final int SHOWN = 200; // characters of what a dead worker said last
    private static final List<Integer> SIGNALLED = List.of(130, 143); // by Ctrl-C or SIGTERM: Java's own exit codes
    private static final int KILLED = 137; // by SIGKILL, which leaves no time for words

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private String lastWords = "";

    /** Starts it: the command reads orders as {@link WorkerLoop} does. */
    Worker(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Trains a run: its last answer, or where the process ended before it, what is known of that as a failure. */
    Answer train(Run run, int epochs, Progress progress) {
        try {
            orders.write(Order.of(run, epochs).line() + "\n");
            orders.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                Optional<Answer> answer = Answer.read(line);
                if (answer.isEmpty()) {
                    lastWords = line;
                } else if (answer.get().state() != Answer.State.PROGRESS) {
                    return answer.get();
                } else {
                    progress.report(answer.get().task(), answer.get().done(), answer.get().total(), answer.get().text());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // Its pipe broke: it has ended.
        }
        return ended();
    }

    private Answer ended() {
        int code = end();
        if (SIGNALLED.contains(code)) {
            return Answer.of(Answer.State.STOPPED, "");
        }
        String words = lastWords.isBlank() ? "." : "; the last line of its output: " + PlainText.line(lastWords, SHOWN) + ".";
        return Answer.of(Answer.State.FAILED,
                "The program that trained it ended with exit code " + code + (code == KILLED ? ", killed; where memory ran out, take a smaller --parallel." : words));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends its input, so that there is no more work: what it trains ends with its step. */
    void stop() {
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Stops it and waits for its end, which takes a step at the most. */
    @Override
    public void close() {
        stop();
        end();
    }

    private int end() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) { // nobody interrupts a lane
            throw new IllegalStateException(e);
        }
    }
}
