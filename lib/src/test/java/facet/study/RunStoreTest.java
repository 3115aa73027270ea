package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged run hides no other, and can be deleted. */
class RunStoreTest {

    private static final Experiment SMALL = Experiment.paper("generated").size(32).triplets(4);

    @TempDir
    Path folder;
    private RunStore store;
    private Run whole;
    private Path damaged;

    @BeforeEach
    void makeThreeRuns() throws IOException {
        store = new RunStore(folder.resolve("runs"));
        whole = begun(SMALL);
        damaged = begun(SMALL.seed(1)).folder();
        Files.writeString(damaged.resolve(RunClaim.FILE), "{\"experiment\": {\"data\": \"generated\"");
        Files.writeString(begun(SMALL.seed(2)).folder().resolve(HistoryFile.NAME), "epoch,set,groups,loss,accuracy\r\n2000000000,test,4,0.5,0.5\r\n");
    }

    private Run begun(Experiment experiment) throws IOException {
        Run run = store.run(experiment);
        new RunClaim(experiment, "0123456789ab", "embedded").make(run.folder());
        Files.writeString(run.folder().resolve(HistoryFile.NAME), "epoch,set,groups,loss,accuracy\r\n0,test,4,0.5,0.5\r\n");
        return run;
    }

    @Test
    void theOthersAreListed() {
        assertEquals(List.of(whole), store.runs());
        List<String> notes = store.damaged();
        assertEquals(2, notes.size(), notes.toString());
        assertTrue(notes.stream().anyMatch(note -> note.startsWith("Can't read " + damaged.resolve(RunClaim.FILE) + ".") && note.contains("runs delete " + damaged.getFileName())), notes.toString());
        assertTrue(notes.stream().anyMatch(note -> note.contains("history.csv is damaged: epoch 0 is missing")), notes.toString());
    }

    /** A list of runs shows a diagnosis of each. */
    @Test
    void damagedHealthHidesNoOtherRun() throws IOException {
        Run other = begun(SMALL.seed(3));
        Files.writeString(other.folder().resolve(HealthLog.FILE), "epoch,active\r\n1,much\r\n");
        assertEquals(List.of(whole), store.runs());
        assertTrue(store.damaged().stream().anyMatch(note -> note.startsWith("Can't read " + other.folder().resolve(HealthLog.FILE) + ". Delete the file: it is a log")), store.damaged().toString());
    }

    @Test
    void aDamagedOneIsFoundAndDeleted() {
        String id = damaged.getFileName().toString();
        assertEquals(damaged, store.folder(id));
        assertTrue(assertThrows(FacetException.class, () -> store.find(id)).getMessage().startsWith("Can't read " + damaged));
        store.delete(damaged);
        assertFalse(Files.exists(damaged));
        assertEquals(List.of(whole), store.runs());
    }

    /** Jupyter leaves such a folder beside a file that it has shown; a link's target is somebody else's. */
    @Test
    void subfoldersGoAndTargetsOfLinksStay() throws IOException {
        Files.writeString(Files.createDirectories(whole.folder().resolve(".ipynb_checkpoints/more")).resolve("history-checkpoint.csv"), "");
        Path target = Files.writeString(Files.createDirectories(folder.resolve("elsewhere")).resolve("kept"), "");
        Files.createSymbolicLink(whole.folder().resolve("link"), target.getParent());
        whole.delete();
        assertFalse(Files.exists(whole.folder()));
        assertTrue(Files.exists(target));
    }

    /** Another terminal deletes runs while this one lists them. */
    @Test
    void aRunThatGoesWhileRunsAreListedHidesNoOther() {
        whole.delete();
        assertEquals(0, RunStore.begun(whole).toMillis());
    }

    @Test
    void recordedOnesAreNotDeleted() {
        RunStore recorded = new RunStore(store.folder(), true);
        assertEquals("The run " + damaged.getFileName() + " came with Facet; it is not deleted.",
                assertThrows(FacetException.class, () -> recorded.delete(damaged)).getMessage());
    }
}
