package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder that holds something else, or damaged, is refused in a sentence. */
class RunRefusalTest {

    @TempDir
    static Path folder;
    private static Run whole;

    @BeforeAll
    static void train() {
        whole = new RunStore(folder.resolve("whole")).run(RunTest.SMALL);
        new RunTrainer(whole).train(RunTest.EPOCHS, Progress.silent());
    }

    @Test
    void aDamagedHistoryIsRefused() throws IOException {
        Run run = new Run(RunTest.SMALL, copy("damaged"));
        Files.delete(run.folder().resolve("history.csv"));
        assertTrue(refused(run).contains("history.csv ends before epoch 4"), refused(run));
        Files.writeString(run.folder().resolve("history.csv"), "epoch,set,groups,loss,accuracy\none,test,4,0,1\n");
        assertTrue(refused(run).startsWith("Can't read "), refused(run));
    }

    /** Not trained towards, and not gone on from. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\\n4,train|\\n2000000000,train|history.csv is damaged: epoch 4 is missing",
        "[0-9]+\\n$||history.csv is damaged: it ends within a line",
        "\\n4,twinlike.*||history.csv is damaged: epoch 4 lacks the set twinlike",
        ",lookalike,|,look-alikes,|history.csv is damaged: epoch 0 lacks the set lookalike",
    })
    void aTrainingDoesNotGoOnFromADamagedHistory(String part, String instead, String said) throws IOException {
        Run run = new Run(RunTest.SMALL, Files.createTempDirectory(folder, "damaged"));
        for (String file : List.of("experiment.json", "history.csv", "distances.csv", "checkpoint.safetensors")) {
            Files.copy(whole.folder().resolve(file), run.folder().resolve(file));
        }
        Path history = run.folder().resolve("history.csv");
        String damaged = Files.readString(history).replace("\r", "").replaceAll(part, instead == null ? "" : instead.replace("\\n", "\n"));
        Files.writeString(history, damaged);
        assertTrue(refused(run).contains(said), refused(run));
        assertEquals(damaged, Files.readString(history), "it is left for who puts it right");
    }

    @Test
    void distancesThatWereCutAreRefused() throws IOException {
        Run run = new Run(RunTest.SMALL, copy("distances"));
        Path distances = run.folder().resolve("distances.csv");
        List<String> lines = Files.readAllLines(distances);
        Files.write(distances, lines.subList(0, lines.size() - 1));
        assertTrue(refused(run).contains("distances.csv is damaged: it has 3 triplets of the set twinlike after epoch 4, not 4"), refused(run));
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
        return assertThrows(FacetException.class, () -> new RunTrainer(run).train(RunTest.EPOCHS + 1, Progress.silent())).getMessage();
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

    /** Its triplets or its weights were other ones when it was trained. */
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
            assertTrue(assertThrows(FacetException.class, () -> new RunTrainer(run).train(1, Progress.silent())).getMessage().contains("another program"));
        }
    }
}
