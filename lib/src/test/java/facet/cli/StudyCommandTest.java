package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.study.Run;
import facet.study.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A study from the terminal, and what can be done with its runs afterwards. */
class StudyCommandTest {

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @Test
    void aStudysRunsAreListedComparedAndDeleted() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"),
                "{name: two rates, data: generated, size: 32, groups: 4, precision: fp32, backbone: frozen, lr: [0.001, 0.0003], epochs: 1}");
        String runs = folder.resolve("runs").toString();
        assertEquals(0, Main.run("study", study.toString(), "--runs", runs), terminal.err());
        assertEquals("Study \"two rates\": 2 runs of 1 epoch. Ctrl-C stops it; the same command goes on.", terminal.err().lines().findFirst().orElseThrow(), "before anything begins");
        for (String set : new String[] {"validation", "twinlike"}) {
            assertTrue(terminal.out().lines().anyMatch(line -> line.matches("0\\.0003 +" + set + " .*")), terminal.out());
        }

        assertEquals(0, Main.run("runs", "--runs", runs), terminal.err());
        assertTrue(terminal.out().contains("lr=0.0003") && terminal.out().contains("lr=0.001"), terminal.out());
        List<String> ids = ids(runs);
        assertEquals(0, Main.run("runs", "compare", ids.get(0), ids.get(1).substring(0, 6), "--runs", runs), terminal.err());
        assertTrue(terminal.out().contains("McNemar") && terminal.out().lines().anyMatch(line -> line.startsWith("validation ")), terminal.out());
        assertTrue(terminal.out().lines().anyMatch(line -> line.matches("[AB] is [0-9a-f]{12}: lr=0.0003")), "what differs: " + terminal.out());
        assertTrue(terminal.out().lines().anyMatch(line -> line.startsWith("Both: data=generated groups=4 size=32 ")), "what they share: " + terminal.out());
        assertEquals(List.of(), terminal.out().lines().filter(line -> line.length() > 100).toList(), "it fits a terminal");
        assertFalse(terminal.out().matches("(?s).*\\d\\.\\d{6}.*"), "no 0.5034446716308589");
        assertEquals(1, Main.run("runs", "compare", ids.get(0), ids.get(0), "--runs", runs));
        assertTrue(terminal.err().contains("there is nothing to compare"), terminal.err());
        Files.createDirectories(Path.of(runs, ids.get(0) + "-old"));
        Files.writeString(Path.of(runs, ids.get(0) + "-old", "experiment.json"), "");

        assertEquals(1, Main.run("runs", "delete", ids.get(0), "nothing", "--yes", "--runs", runs));
        assertTrue(terminal.err().contains("No run in " + runs + " begins with nothing; environment/facet runs lists them."), terminal.err());
        assertEquals(3, ids(runs).size(), "where one is unknown, none is deleted");
        terminal.forget();
        assertEquals(0, Main.run("runs", "--runs", runs), "a damaged one hides no other");
        assertTrue(terminal.err().startsWith("Note: Can't read " + Path.of(runs, ids.get(0) + "-old", "experiment.json")), terminal.err());
        assertEquals(0, Main.run("runs", "delete", ids.get(0), "--yes", "--runs", runs), terminal.err());
        assertEquals(Set.of(ids.get(0) + "-old", ids.get(1)), Set.copyOf(ids(runs)), "a whole id is that run, whatever stands beside it");
        assertEquals(0, Main.run("runs", "delete", ids.get(0) + "-old", "--yes", "--runs", runs), terminal.err());
        assertEquals(List.of(ids.get(1)), ids(runs), "a damaged one is deleted as any other");
    }

    @Test
    void aDamagedRunIsNotNoRun() throws IOException {
        Path runs = folder.resolve("runs");
        assertEquals(0, Main.run("runs", "--runs", runs.toString()));
        Files.writeString(Files.createDirectories(runs.resolve("0123456789ab")).resolve("experiment.json"), "");
        assertEquals(0, Main.run("runs", "--runs", runs.toString()));
        assertEquals(List.of("There are no runs in " + runs, "No run in " + runs + " can be read."), terminal.out().lines().toList());
        assertTrue(terminal.err().startsWith("Note: Can't read "), terminal.err());
    }

    @Test
    void recordedRunsAreListed() {
        assertEquals(0, Main.run("runs", "--recorded"), terminal.err());
        for (Run run : RunStore.openRecorded().runs()) {
            assertTrue(terminal.out().contains(run.id()), "none is left out: " + run.id());
        }
        assertEquals(List.of(), terminal.out().lines().filter(line -> line.length() > 100).toList(), "it fits a terminal");
        assertFalse(terminal.out().contains("clip=Infinity"), "a setting that came later is named where it is not the standard");
        assertTrue(terminal.out().lines().findFirst().orElseThrow().contains("diagnosis") && terminal.out().contains("memorised"), terminal.out());
        assertTrue(terminal.out().contains(": The loss became Infinity in epoch 1, step 152."), "where one diverged");
        assertEquals(1, Main.run("runs", "--recorded", "compare", "a0045d5f0c41", "ac44e9881b0f"));
        assertTrue(terminal.err().contains("were not tested on the same triplets"), terminal.err());
        assertEquals(1, Main.run("runs", "--recorded", "delete", "--yes", "a0045d5f0c41"));
        assertTrue(terminal.err().contains("The run a0045d5f0c41 came with Facet; it is not deleted."), terminal.err());
        assertEquals(1, Main.run("runs", "record", "nothing", "--runs", folder.toString()));
        assertTrue(terminal.err().contains("begins with nothing"), terminal.err());
    }

    @Test
    void runsThatAreNotHealthyAreNamed() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), "{data: generated, size: 32, groups: 4, backbone: frozen, lr: [1e8, 2e8, 3e8, 4e8], epochs: 1}");
        String runs = folder.resolve("runs").toString();
        assertEquals(0, Main.run("study", study.toString(), "--runs", runs), terminal.err());
        List<String> last = terminal.out().lines().dropWhile(line -> !line.startsWith("Diagnosis ")).toList();
        assertTrue(String.join(" ", last).matches("Diagnosis exploded: 4 of 4 runs \\([0-9a-f]{12} lr=100000000, [0-9a-f]{12} lr=200000000, [0-9a-f]{12} lr=300000000, \\.\\.\\.\\)"), terminal.out());
        assertTrue(last.stream().allMatch(line -> line.length() <= 100), terminal.out());
    }

    @Test
    void deletingAsks() throws IOException {
        Path runs = folder.resolve("runs");
        Files.writeString(Files.createDirectories(runs.resolve("0123456789ab")).resolve("experiment.json"), "");
        List<String> asked = new ArrayList<>();
        assertEquals(0, Main.run(List.of(new RunsCommand(question -> !asked.add(question))), "runs", "delete", "0123", "--runs", runs.toString()));
        assertEquals(List.of("Delete 0123456789ab with all that it measured? [y/N] "), asked);
        assertEquals(List.of("0123456789ab"), ids(runs.toString()));
        assertEquals("Nothing was deleted.", terminal.out().strip());
        assertEquals(0, Main.run(List.of(new RunsCommand(question -> !asked.add(question))), "runs", "delete", "0123", "--yes", "--runs", runs.toString()));
        assertEquals(1, asked.size());
        assertEquals(List.of(), ids(runs.toString()));
    }

    @Test
    void withoutATerminalNothingIsDeletedUnasked() throws IOException {
        Path runs = folder.resolve("runs");
        Files.writeString(Files.createDirectories(runs.resolve("0123456789ab")).resolve("experiment.json"), "");
        assertEquals(1, Main.run("runs", "delete", "0123", "--runs", runs.toString()));
        assertEquals("facet: Nothing was deleted: without a terminal nobody can be asked. Add --yes.", terminal.err().strip());
        terminal.forget();
        assertEquals(1, Main.run("runs", "delete", "", "--yes", "--runs", runs.toString()), "an unset variable of a script");
        assertEquals("facet: A run's id is empty. Give an id or its first digits; environment/facet runs lists them.", terminal.err().strip());
        assertEquals(List.of("0123456789ab"), ids(runs.toString()));
    }

    private static List<String> ids(String runs) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(runs))) {
            return folders.map(run -> run.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aStudyThatCannotBeReadIsOneSentence() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), "{data: generated, level: P9, epochs: 1}");
        assertEquals(1, Main.run("study", study.toString()));
        assertEquals("facet: The study " + study + " can't be run. The setting level is P9; it has to be one of none, P2, P3, P4, P5, pool.",
                terminal.err().strip());
    }
}
