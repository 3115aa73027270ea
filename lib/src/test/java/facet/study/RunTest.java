package facet.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.Progress;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.train.History;
import facet.train.diagnosis.EpochHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was broken off ends with the same bits as one that was not. */
class RunTest {

    static final Experiment SMALL = Experiment.paper("generated").precision(Precision.FP32).size(32).triplets(4).level(Level.P4).learningRate(0.0001);
    static final int EPOCHS = 4;

    @TempDir
    static Path folder;
    private static Run whole;
    private static double seconds;

    @BeforeAll
    static void trainWithoutABreak() {
        long start = System.nanoTime();
        whole = new RunStore(folder.resolve("whole")).run(SMALL);
        new RunTrainer(whole).train(EPOCHS, Progress.silent());
        seconds = (System.nanoTime() - start) / 1e9;
    }

    @Test
    void keepsHistoryAndDistancesOfEveryEpoch() {
        History history = whole.history();
        assertEquals(EPOCHS, history.lastEpoch());
        for (String set : List.of("validation", "test", "lookalike", "twinlike")) {
            for (int epoch = 0; epoch <= EPOCHS; epoch++) {
                assertEquals(History.Row.of(epoch, set, whole.distances(epoch, set), SMALL.training().loss()), history.rows(set).get(epoch));
            }
        }
    }

    @Test
    void keepsWhatEachEpochTook() {
        List<RunLog.Row> log = whole.log();
        assertEquals(List.of(0, 1, 2, 3, 4), log.stream().map(RunLog.Row::epoch).toList());
        assertTrue(log.stream().allMatch(row -> row.seconds() > 0 && row.library().contains("PyTorch 2")), log.toString());
        assertTrue(log.stream().mapToDouble(RunLog.Row::seconds).sum() <= seconds, log + " in " + seconds);
    }

    /** A batch holds all of the four triplets, so an epoch is one step, whose loss is the epoch's. */
    @Test
    void keepsTheLossOfEachStep() {
        assertEquals(List.of(1, 2, 3, 4), whole.steps().stream().map(StepLog.Row::epoch).toList());
        assertArrayEquals(whole.history().loss("train"), whole.steps().stream().mapToDouble(StepLog.Row::loss).toArray(), 1e-5);
    }

    /** An epoch is one step here, so the first batch is all of the first epoch. */
    @Test
    void keepsTheHealthOfEachEpoch() {
        List<EpochHealth> health = whole.health();
        assertEquals(List.of(0, 1, 2, 3, 4), health.stream().map(EpochHealth::epoch).toList());
        EpochHealth first = health.get(1);
        assertEquals(new EpochHealth(0, first.active(), first.positive(), first.negative(), first.norm(), first.gradient()), health.get(0));
        assertTrue(first.norm() > 0 && first.gradient() > 0 && first.active() > 0, first.toString());
        assertTrue(whole.diagnosis().orElseThrow().measured());
    }

    @Test
    void aLongerRunContainsTheShorterOne() {
        assertEquals(whole.history().until(2), new RunTrainer(whole).train(2, Progress.silent()));
        assertEquals(EPOCHS, whole.history().lastEpoch(), "asking for less loses nothing");
    }

    @Test
    void resumedAfterEachEpochItEndsWithTheSameBits() throws IOException {
        Run run = new RunStore(folder.resolve("resumed")).run(SMALL);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            new RunTrainer(run).train(epoch, Progress.silent());
        }
        same(whole, run);
    }

    @Test
    void killedInTheMiddleOfAnEpochItEndsWithTheSameBits() throws IOException, InterruptedException {
        Run run = new RunStore(folder.resolve("killed")).run(SMALL);
        killInTheMiddle(run, folder.resolve("child.log"));
        new RunTrainer(run).train(EPOCHS, Progress.silent());
        same(whole, run);
    }

    /** Trains some epochs of a run in a program of its own, which is killed. */
    static void killInTheMiddle(Run run, Path log) throws IOException, InterruptedException {
        List<String> settings = Stream.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "OPT_OUT_TRACKING")
                .map(name -> "-D" + name + "=" + System.getProperty(name)).toList();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RunTest.class.getName(), run.folder().getParent().toString()));
        run.experiment().settings().forEach((setting, value) -> command.add(setting + "=" + value));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (child.isAlive() && run.history().lastEpoch() < 2 && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        Thread.sleep(150); // into the next epoch, or into the saving of this one
        child.destroyForcibly().waitFor(); // SIGKILL
        int reached = run.history().lastEpoch();
        assertTrue(reached >= 2 && reached < EPOCHS, () -> "killed at epoch " + reached + ": " + read(log));
    }

    /** The child process: trains until it is killed, and takes its time only where that happens. */
    public static void main(String[] args) {
        Experiment experiment = with(SMALL, String.join(" ", List.of(args).subList(1, args.length)));
        new RunTrainer(new RunStore(Path.of(args[0])).run(experiment)).train(EPOCHS, (task, done, total, detail) -> {
            try {
                Thread.sleep(detail.contains("epoch 3/") || detail.contains("epoch 4/") ? 200 : 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** An experiment with other settings, such as schedule=cosine over=4. */
    static Experiment with(Experiment experiment, String settings) {
        Settings values = experiment.values();
        for (String setting : settings.split(" ")) {
            values = values.with(setting.split("=")[0], setting.split("=")[1]);
        }
        return Experiment.of(values);
    }

    static void same(Run whole, Run run) throws IOException {
        assertEquals(whole.history(), run.history());
        for (String file : List.of("history.csv", "distances.csv", "steps.csv", "health.csv", "checkpoint.safetensors")) {
            assertArrayEquals(Files.readAllBytes(whole.folder().resolve(file)), Files.readAllBytes(run.folder().resolve(file)), file);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
