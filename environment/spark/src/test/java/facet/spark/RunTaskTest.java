package facet.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.RunTrainer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that does not see the folder of the runs. */
class RunTaskTest {

    private static final Experiment EXPERIMENT = Experiment.paper("generated").size(32).triplets(4);

    @TempDir
    Path folder;

    @Test
    void theFilesOfAFrozenRunComeBack() throws IOException {
        Experiment frozen = EXPERIMENT.with("backbone", "frozen");
        RunFolderFiles files = task(frozen, frozen.id()).result();
        Run here = new RunStore(folder.resolve("here")).run(frozen);
        files.writeTo(here.folder());
        assertEquals(2, here.history().lastEpoch());
        new RunTrainer(here).measure(2, (task, done, total, detail) -> assertEquals("read from " + here.id(), detail, "it is whole: nothing is trained"));
        for (String name : new String[] {"experiment.json", "history.csv", "distances.csv", "steps.csv", "log.csv"}) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("there").resolve(here.id()).resolve(name)), Files.readAllBytes(here.folder().resolve(name)), name);
        }
    }

    /** An executor whose worker was killed trains on until it notices. */
    @Test
    void aRunThatAnotherTrainsIsWaitedFor() throws Exception {
        Experiment frozen = EXPERIMENT.with("backbone", "frozen");
        Path lock = Files.createDirectories(folder.resolve("there").resolve(frozen.id())).resolve("lock");
        CompletableFuture<RunFolderFiles> task = new CompletableFuture<>();
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            task.completeAsync(() -> task(frozen, frozen.id()).result());
            assertThrows(TimeoutException.class, () -> task.get(1, TimeUnit.SECONDS));
        }
        assertTrue(task.get().files().containsKey("history.csv"));
    }

    @Test
    void aRunWithWeightsNeedsASharedFolder() {
        assertEquals("It does not see the folder " + folder.resolve("there")
                + ", and a run with a trained backbone keeps 200 MB of weights there. Name a folder that all machines share: --runs DIR.", refused(task(EXPERIMENT, EXPERIMENT.id())));
    }

    @Test
    void anotherVersionOfFacetIsRefused() {
        assertEquals("It calls the run 000000000000 " + EXPERIMENT.id() + ": its Facet is another version. Update the checkout there.", refused(task(EXPERIMENT, "000000000000")));
    }

    private static String refused(RunTask task) {
        return assertThrows(FacetException.class, task::result).getMessage();
    }

    private RunTask task(Experiment experiment, String id) {
        return new RunTask(id, new TreeMap<>(experiment.values().texts()), folder.resolve("there/no.sign").toString(), 2);
    }
}
