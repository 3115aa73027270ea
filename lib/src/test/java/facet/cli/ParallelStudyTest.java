package facet.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Runs;
import facet.study.Study;
import facet.study.parallel.ParallelStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs at once, in real processes: their numbers are those of one after the other. */
class ParallelStudyTest {

    private static final Experiment SMALL = Experiment.paper("generated").size(32).triplets(4).backbone(Backbone.FROZEN);

    @TempDir
    Path folder;

    @Test
    void runsAtOnceHaveTheBitsOfOneAfterTheOther() throws IOException {
        Study study = new Study(List.of(SMALL.seed(1), SMALL.seed(2), SMALL.learningRate(1e20), SMALL.seed(3)), 8);
        Queue<String> said = new ConcurrentLinkedQueue<>();
        Runs runs = parallel(study).run(store("several"), (task, done, total, detail) -> said.add(task + ": " + detail));
        same(study.run(store("alone"), Progress.silent()), runs);
        assertTrue(runs.get(2).divergence().isPresent() && runs.get(3).divergence().isEmpty());
        assertTrue(said.stream().allMatch(line -> line.startsWith("study: ")), "one display for all: " + said);
        assertTrue(said.stream().anyMatch(line -> line.contains(" | run ")), "two at once: " + said);
        assertEquals("study: 4 runs of 8 epochs", said.stream().reduce((first, last) -> last).orElseThrow());
        assertEquals(List.of(), ProcessHandle.current().children().toList());

        new ParallelStudy(study, 2, List.of("no such program")).run(store("several"), Progress.silent()); // nothing is missing: none is started
    }

    /** Its gradients are sums of the threads' parts: a worker with fewer threads would give other bits. */
    @Test
    void aTrainedBackboneHasThemToo() throws IOException {
        Study study = Study.grid(SMALL.backbone(Backbone.TRAINED)).seeds(2).epochs(1);
        same(study.run(store("alone"), Progress.silent()), parallel(study).run(store("several"), Progress.silent()));
    }

    @Test
    void aWorkerThatIsKilledIsToldByItsRunAndTheOthersAreTrained() throws IOException {
        Study study = Study.grid(SMALL).seeds(3).epochs(40);
        AtomicBoolean killed = new AtomicBoolean();
        Queue<String> said = new ConcurrentLinkedQueue<>();
        String message = assertThrows(FacetException.class, () -> parallel(study).run(store("several"), (task, done, total, detail) -> {
            said.add(task + ": " + detail);
            if (detail.contains("epoch 2/40") && killed.compareAndSet(false, true)) {
                ProcessHandle.current().children().findFirst().orElseThrow().destroyForcibly();
            }
        })).getMessage();
        List<Run> missing = study.experiments().stream().map(store("several")::run).filter(run -> run.history().lastEpoch() < 40).toList();
        assertEquals(1, missing.size(), message);
        String why = "The program that trained it ended with exit code 137, killed; where memory ran out, take a smaller --parallel.";
        assertEquals("1 of 3 runs failed. " + missing.get(0).id() + ": " + why + " The same study tries them again.", message);
        assertTrue(said.contains("run " + missing.get(0).id() + ": was not trained. " + why), "told at once: " + said);
        same(study.run(store("alone"), Progress.silent()), parallel(study).run(store("several"), Progress.silent()));
    }

    @Test
    void anInterruptStopsAllWorkersAfterTheirSteps() throws IOException {
        Study study = Study.grid(SMALL).seeds(3).epochs(40);
        Thread caller = Thread.currentThread();
        String message = assertThrows(FacetException.class, () -> parallel(study).run(store("several"), (task, done, total, detail) -> {
            if (detail.contains("epoch 2/40")) {
                caller.interrupt();
            }
        })).getMessage();
        assertTrue(Thread.interrupted(), "the interrupt is not swallowed");
        assertEquals("Stopped with 0 of 3 runs trained; the same study goes on from there.", message);
        assertEquals(List.of(), ProcessHandle.current().children().toList(), "none is left behind");
        same(study.run(store("alone"), Progress.silent()), parallel(study).run(store("several"), Progress.silent()));
    }

    /** Data that is not there fails each run for the same reason, which is said once. */
    @Test
    void whatFailsInAWorkerIsItsSentence() {
        Study study = Study.grid(Experiment.paper(folder.resolve("gone").toString()).backbone(Backbone.FROZEN)).seeds(2).epochs(1);
        String message = assertThrows(FacetException.class, () -> parallel(study).run(store("several"), Progress.silent())).getMessage();
        String ids = study.experiments().get(0).id() + ", " + study.experiments().get(1).id();
        assertTrue(message.startsWith("2 of 2 runs failed. " + ids + ": ") && message.contains(folder.resolve("gone").toString()), message);
    }

    @Test
    void aNumberThatCannotBeIsSaid() {
        for (int workers : new int[] {-1, 0, 65}) {
            String message = assertThrows(FacetException.class, () -> new ParallelStudy(Study.grid(SMALL).epochs(1), workers, List.of())).getMessage();
            assertEquals("The number of runs at once is " + workers + "; it has to be from 1 to 64.", message);
        }
    }

    private static ParallelStudy parallel(Study study) {
        return new ParallelStudy(study, 2, FacetProgram.command(WorkerCommand.NAME));
    }

    private RunStore store(String name) {
        return new RunStore(folder.resolve(name));
    }

    /** Compares all that was measured, byte by byte. */
    static void same(List<Run> expected, List<Run> actual) throws IOException {
        assertEquals(expected.stream().map(Run::id).toList(), actual.stream().map(Run::id).toList());
        for (int i = 0; i < expected.size(); i++) {
            for (String file : List.of("history.csv", "distances.csv", "steps.csv", "diverged.txt", "checkpoint.safetensors")) {
                Path one = expected.get(i).folder().resolve(file);
                Path other = actual.get(i).folder().resolve(file);
                assertEquals(Files.exists(one), Files.exists(other), file);
                if (Files.exists(one)) {
                    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other), file);
                }
            }
            assertFalse(expected.get(i).folder().equals(actual.get(i).folder()));
        }
    }
}
