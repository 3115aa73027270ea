package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.study.Run;
import facet.study.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The list of the recorded runs, chosen and sorted. */
class RunsViewTest {

    private static final List<String> RATES = List.of("runs", "--recorded", "--where", "data=generated", "--where", "backbone=frozen", "--where", "lr=1e-3", "--where", "split-seed=42");

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    private List<String> rows(String... more) {
        List<String> command = new ArrayList<>(RATES);
        command.addAll(List.of(more));
        int before = terminal.out().length();
        assertEquals(0, Main.run(command.toArray(String[]::new)), terminal.err());
        return terminal.out().substring(before).lines().filter(line -> line.matches("[0-9a-f]{12} .*")).toList();
    }

    private static List<Run> expected() {
        return RunStore.openRecorded().runs().stream().filter(run -> run.experiment().faces().data().equals("generated") && run.experiment().training().learningRate() == 0.001 && run.experiment().faces().splitSeed() == 42
                && run.experiment().network().backbone().toString().equals("frozen")).toList();
    }

    @Test
    void theRunsOfSomeSettingsAreListed() {
        assertEquals(expected().stream().map(Run::id).sorted().toList(), rows().stream().map(row -> row.substring(0, 12)).sorted().toList());
        assertTrue(rows().size() > 10 && terminal.out().contains("seed=10"), terminal.out());
        assertTrue(!terminal.out().contains("lr=") && !terminal.out().contains("clip="), "what all share is not repeated: " + terminal.out());
        List<Integer> seeds = rows().stream().map(row -> Integer.parseInt(row.replaceAll(".*seed=(\\d+).*", "$1"))).toList();
        assertEquals(seeds.stream().sorted().toList(), seeds, "10 comes behind 9");
    }

    @Test
    void theBestOnValidationComeFirst() {
        List<Double> accuracies = expected().stream().map(run -> run.history().accuracy("validation")).map(all -> all[all.length - 1]).sorted(Comparator.reverseOrder()).toList();
        List<String> sorted = rows("--sort", "validation").stream().map(row -> row.substring(0, 12)).toList();
        assertEquals(accuracies, sorted.stream().map(id -> RunStore.openRecorded().find(id).history().accuracy("validation")).map(all -> all[all.length - 1]).toList());
        assertEquals(expected().stream().map(Run::id).sorted().toList(), rows("--sort", "id").stream().map(row -> row.substring(0, 12)).toList());
    }

    @Test
    void choosingByTheTestSetIsRefused() {
        assertEquals(1, Main.run("runs", "--recorded", "--sort", "test"));
        assertEquals("facet: Runs are not sorted by their test accuracy: who chooses by it learns nothing from it any more. Choose by --sort validation.", terminal.err().strip());
        terminal.forget();
        assertEquals(1, Main.run("runs", "--recorded", "--sort", "learning-rate"));
        assertTrue(terminal.err().startsWith("facet: There is no column learning-rate: did you mean lr? --sort takes id, data, epochs, validation, diagnosis, groups, "), terminal.err());
        terminal.forget();
        assertEquals(1, Main.run("runs", "--recorded", "--where", "P2"));
        assertEquals("facet: --where is P2; write SETTING=VALUE, such as level=P2.", terminal.err().strip());
    }

    @Test
    void whereNoRunIsTheSettingsAreCheckedAndTheTableHasNoRows() throws IOException {
        String empty = folder.resolve("none").toString();
        assertEquals(1, Main.run("runs", "--runs", empty, "--where", "levle=P2"));
        assertTrue(terminal.err().startsWith("facet: There is no setting levle"), terminal.err());
        terminal.forget();
        Path csv = Files.writeString(folder.resolve("runs.csv"), "an older list");
        assertEquals(0, Main.run("runs", "--runs", empty, "--where", "level=P2", "--csv", csv.toString()), terminal.err());
        assertEquals("There are no runs in " + empty + System.lineSeparator() + "Wrote " + csv, terminal.out().strip());
        assertEquals(List.of("run,data,epochs,validation_accuracy,test_accuracy,diagnosis"), Files.readAllLines(csv));
    }

    @Test
    void theListCanBeATable() throws IOException {
        Path csv = folder.resolve("runs.csv");
        rows("--sort", "seed", "--csv", csv.toString());
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.get(0).matches("run,data,(.*,)?seed,(.*,)?epochs,validation_accuracy,test_accuracy,diagnosis"), lines.get(0));
        assertEquals(1 + expected().size(), lines.size());
    }
}
