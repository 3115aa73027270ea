package facet.study;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FacetException;
import facet.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that holds something else, or damaged, is refused in a sentence. */
class RunRefusalTest {

    @TempDir
    static Path folder;
    private static Run whole;

    @BeforeAll
    static void train() {
        whole = new RunStore(folder.resolve("whole")).run(RunTest.SMALL);
        whole.train(RunTest.EPOCHS, Progress.silent());
    }

    @Test
    void aDamagedHistoryIsRefused() throws IOException {
        Run run = new Run(RunTest.SMALL, copy("damaged"));
        Files.delete(run.folder().resolve("history.csv"));
        assertTrue(refused(run).contains("history.csv ends before epoch 4"), refused(run));
        Files.writeString(run.folder().resolve("history.csv"), "epoch,set,groups,loss,accuracy\none,test,4,0,1\n");
        assertTrue(refused(run).startsWith("Can't read "), refused(run));
    }

    @Test
    void aDamagedClaimIsRefused() throws IOException {
        Run run = new Run(RunTest.SMALL, copy("claim"));
        for (String damaged : List.of("{", "{\"experiment\": {}}")) {
            Files.writeString(run.folder().resolve("experiment.json"), damaged);
            assertTrue(refused(run).startsWith("Can't read ") && refused(run).contains("experiment.json"), refused(run));
        }
    }

    private static String refused(Run run) {
        return assertThrows(FacetException.class, () -> run.train(RunTest.EPOCHS + 1, Progress.silent())).getMessage();
    }

    private static Path copy(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("experiment.json", "history.csv", "distances.csv", "checkpoint.safetensors")) {
            Files.copy(whole.folder().resolve(file), place.resolve(file));
        }
        return place;
    }

    @Test
    void anotherExperimentsFolderIsRefused() throws IOException {
        Path place = copy("other");
        String message = refused(new Run(RunTest.SMALL.seed(5), place));
        assertTrue(message.contains("holds another experiment"), message);
    }

    /** Its groups or its weights were other ones when it was trained. */
    @Test
    void changedImagesAreRefused() throws IOException {
        Run run = new Run(RunTest.SMALL, copy("images"));
        Path claim = run.folder().resolve("experiment.json");
        Files.writeString(claim, Files.readString(claim).replace(run.splitHash(), "0123456789ab"));
        assertTrue(refused(run).contains("images or weights have changed"), refused(run));
    }

    @Test
    void aRunThatIsBeingTrainedIsLeftAlone() {
        Run run = new RunStore(folder.resolve("busy")).run(RunTest.SMALL);
        try (RunLock lock = RunLock.of(run.folder())) {
            assertTrue(assertThrows(FacetException.class, () -> run.train(1, Progress.silent())).getMessage().contains("another program"));
        }
    }
}
