package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.study.Run;
import facet.study.RunStore;
import facet.study.Study;
import facet.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Shards and workers as programs of their own, as on several machines; one is killed. */
class ShardedStudyTest {

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @Test
    void shardsWithOneFolderOfRunsGiveWhatOneProgramGives() throws Exception {
        Path file = study(40);
        Process first = FacetProgram.start(folder.resolve("first.log"), "study", file.toString(), "--runs", folder.resolve("shared").toString(), "--shard", "1/2");
        Process second = FacetProgram.start(folder.resolve("second.log"), "study", file.toString(), "--runs", folder.resolve("shared").toString(), "--shard", "2/2");
        List<Run> all = runs(file, "shared");
        await(() -> all.stream().filter(run -> run.history().lastEpoch() >= 3).count() >= 1 || !first.isAlive());
        first.destroyForcibly().waitFor(); // SIGKILL, in the middle
        assertEquals(0, second.waitFor(), Files.readString(folder.resolve("second.log")));
        List<Run> left = all.stream().filter(run -> run.history().lastEpoch() < 40).toList();
        assertFalse(left.isEmpty(), "killed before its end");
        assertTrue(left.size() <= 2, "the other shard's two are there");

        assertEquals(0, Main.run("study", file.toString(), "--runs", folder.resolve("shared").toString(), "--shard", "1/2"), terminal.err());
        assertTrue(terminal.err().startsWith("Shard 1/2 of the study \"small\": 2 runs of 40 epochs. Ctrl-C stops it; the same command goes on."), terminal.err());
        assertEquals(0, Main.run("study", file.toString(), "--runs", folder.resolve("alone").toString()), terminal.err());
        ParallelStudyTest.same(runs(file, "alone"), all);
    }

    @Test
    void foldersOfSeveralMachinesAreCopiedTogether() throws Exception {
        Path file = study(2);
        for (String shard : new String[] {"1/2", "2/2"}) {
            assertEquals(0, Main.run("study", file.toString(), "--runs", folder.resolve(shard.substring(0, 1)).toString(), "--shard", shard), terminal.err());
            PathUtils.copyDirectory(folder.resolve(shard.substring(0, 1)), folder.resolve("together")); // as cp -r
        }
        assertEquals(0, Main.run("study", file.toString(), "--runs", folder.resolve("alone").toString()), terminal.err());
        ParallelStudyTest.same(runs(file, "alone"), runs(file, "together"));
        terminal.forget();
        assertEquals(0, Main.run("study", file.toString(), "--runs", folder.resolve("together").toString()), terminal.err());
        assertFalse(terminal.err().contains("epoch 1/2"), "nothing is left to train: " + terminal.err());
    }

    @Test
    void aShardWithoutRunsIsASentence() throws IOException {
        Path file = study(2);
        assertEquals(0, Main.run("study", file.toString(), "--runs", folder.resolve("runs").toString(), "--shard", "5/5"), "a machine too many is no failure");
        assertEquals("Shard 5/5 of the study \"small\": none of its runs, which the other shards train.", terminal.err().strip());
        assertFalse(Files.exists(folder.resolve("runs")));
        terminal.forget();
        assertEquals(1, Main.run("study", file.toString(), "--shard", "5/4"));
        assertTrue(terminal.err().startsWith("facet: The shard is 5/4; write I/N, "), terminal.err());
        terminal.forget();
        assertEquals(1, Main.run("study", file.toString(), "--parallel", "0"));
        assertEquals("facet: The number of runs at once is 0; it has to be from 1 to 64.", terminal.err().strip());
    }

    /** Ctrl-C in a terminal reaches the workers as well, and they may be so fast that they are the first to say so. */
    @Test
    void aSignalStopsAllWithOneSentence() throws Exception {
        for (String to : new String[] {"program", "workers"}) {
            Path log = folder.resolve(to + ".log");
            Process program = atWork(log, to);
            List<ProcessHandle> workers = program.descendants().toList();
            assertEquals(2, workers.size(), Files.readString(log));
            (to.equals("program") ? List.of(program.toHandle()) : workers).forEach(ProcessHandle::destroy);
            program.waitFor();
            List<String> said = Files.readString(log).lines().filter(line -> line.contains("topped")).toList();
            assertEquals(List.of("facet: Stopped with 0 of 4 runs trained; the same study goes on from there."), said);
            assertTrue(workers.stream().noneMatch(ProcessHandle::isAlive), "none is left behind");
        }
    }

    @Test
    void workersOfAKilledProgramEndByThemselves() throws Exception {
        Process program = atWork(folder.resolve("killed.log"), "runs");
        List<ProcessHandle> workers = program.descendants().toList();
        program.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    /** A study with two workers, of runs that take long. */
    private Process atWork(Path log, String runs) throws Exception {
        Path file = study(2000);
        Process program = FacetProgram.start(log, "study", file.toString(), "--runs", folder.resolve(runs).toString(), "--parallel", "2");
        List<Run> all = runs(file, runs);
        await(() -> all.stream().filter(run -> run.history().lastEpoch() >= 1).count() >= 2 || !program.isAlive());
        return program;
    }

    private Path study(int epochs) throws IOException {
        return Files.writeString(folder.resolve("study" + epochs + ".yaml"),
                "{name: small, data: generated, size: 32, groups: 4, precision: fp32, backbone: frozen, seed: [1, 2, 3, 4], epochs: " + epochs + "}");
    }

    private List<Run> runs(Path file, String name) {
        Study study = StudyFile.read(file).one();
        return study.experiments().stream().map(new RunStore(folder.resolve(name))::run).toList();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!reached.getAsBoolean() && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
    }
}
