package facet.benchmark;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import facet.io.FacetException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that lives as long as the benchmark: a task a line on its input, an answer a line on its output, its messages in a log. */
final class WorkerProcess implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 10; // the worker itself measures: looking for its answer costs no precision
    private static final int LAST_STEP_SECONDS = 30;
    private static final int LINES = 5; // of a log's end that are shown

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedWriter tasks;
    private final BufferedReader answers;

    /** Starts a program; its log is written anew. */
    WorkerProcess(String name, ProcessBuilder program, Path log) {
        this.name = name;
        this.log = log;
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            process = program.redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new FacetException("Could not start " + name + " (" + e.getMessage() + ").", e);
        }
        tasks = process.outputWriter();
        answers = process.inputReader();
    }

    /**
     * Has a task done and waits for its end.
     *
     * @throws FacetException where the program has ended, its answer is none, or this thread was interrupted, which it stays
     */
    JsonObject ask(JsonObject task) {
        String what = task.get("task").getAsString();
        try {
            tasks.write(task + "\n");
            tasks.flush();
            while (!answers.ready()) {
                if (!process.isAlive() && !answers.ready()) {
                    throw ended(what, null);
                }
                Thread.sleep(LOOK_AGAIN_MILLIS); // a blocked read could not be interrupted
            }
            return JsonParser.parseString(answers.readLine()).getAsJsonObject();
        } catch (IOException e) {
            throw ended(what, e);
        } catch (JsonParseException | IllegalStateException e) {
            throw new FacetException(name + " gave no answer in JSON to the task " + what + ". Its messages: " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FacetException("Stopped; nothing was written.", e);
        }
    }

    private FacetException ended(String task, IOException cause) {
        String code = process.isAlive() ? "" : ", exit code " + process.exitValue() + (process.exitValue() == 137 ? " (too little memory?)" : "");
        return new FacetException(name + " ended during the task " + task + code + ". Its last messages:\n" + lastMessages()
                + "\nAll of them: " + log, cause);
    }

    private String lastMessages() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "    " + String.join("\n    ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "    (none)";
        }
    }

    /** Ends the program: at the end of its input by itself, after its last step; by force where that takes too long. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            tasks.close();
            if (!process.waitFor(LAST_STEP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
