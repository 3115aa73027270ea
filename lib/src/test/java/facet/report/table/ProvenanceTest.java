package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.io.CsvFile;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ProvenanceTest {

    @TempDir
    Path folder;

    @Test
    void timesAddUpAndWhatIsAlikeIsSaidOnce() throws IOException {
        Run run = run(42);
        CsvFile.write(run.folder().resolve("history.csv"), csv -> csv.printRecord(2, "test", 10, 1, 0.5), "epoch", "set", "groups", "loss", "accuracy");
        CsvFile.write(run.folder().resolve("log.csv"), csv -> {
            csv.printRecord(0, 360, 1_000_000_000L, "old", 2, "DJL 1");
            csv.printRecord(1, 1440, 3_000_000_000L, "old", 2, "DJL 1");
            csv.printRecord(2, 1800, 2_000_000_000L, "new", 2, "DJL 1");
        }, "epoch", "seconds", "bytes", "processor", "cores", "library");
        Table table = Provenance.of(List.of(run));
        assertEquals("1 h 00 min", table.stringColumn("time").get(0));
        assertEquals(3, table.doubleColumn("memory, GB").get(0));
        assertEquals("Split abc; old, 2 cores; new, 2 cores; DJL 1", table.name());
        Run other = run(43);
        CsvFile.write(other.folder().resolve("log.csv"), csv -> csv.printRecord(0, 4, 1_000_000_000L, "old", 2, "DJL 1"),
                "epoch", "seconds", "bytes", "processor", "cores", "library");
        Table both = Provenance.of(List.of(run, other));
        assertEquals("Split abc; DJL 1", both.name());
        assertEquals(List.of("old, 2 cores; new, 2 cores", "old, 2 cores"), both.stringColumn("processor").asList());
        assertFalse(both.containsColumn("split"));
    }

    private Run run(long seed) throws IOException {
        Run run = new RunStore(folder).run(Experiment.paper("lfw").seed(seed));
        Files.createDirectories(run.folder());
        String recorded = Files.readString(DataHome.find().recorded().resolve(Experiment.paper("lfw").id()).resolve("experiment.json"));
        Files.writeString(run.folder().resolve("experiment.json"), recorded.replace("\"seed\": 42", "\"seed\": " + seed)
                .replaceAll("\"split\": \"[0-9a-f]+\"", "\"split\": \"abc\""));
        return run;
    }

    @Test
    void accuraciesStandBelowTheirSets() throws IOException {
        Run run = run(42);
        CsvFile.write(run.folder().resolve("history.csv"), csv -> {
            csv.printRecord(0, "validation", 4, 1, 0.5);
            csv.printRecord(0, "test", 4, 1, 0.5);
            csv.printRecord(1, "validation", 4, 1, 0.25);
            csv.printRecord(1, "test", 4, 1, 0.75);
        }, "epoch", "set", "groups", "loss", "accuracy");
        Table table = RunsTable.of(List.of(run));
        assertEquals(List.of(0.25, 0.75), List.of(table.doubleColumn("validation accuracy").get(0), table.doubleColumn("test accuracy").get(0)));
    }

    @Test
    void whereARunDivergedIsSaidWhereOneDid() throws IOException {
        RunStore store = new RunStore(folder);
        List<Run> runs = List.of(store.run(Experiment.paper("lfw")), store.run(Experiment.paper("lfw").learningRate(1)));
        assertFalse(RunsTable.of(runs).containsColumn("divergence"));
        Files.createDirectories(runs.get(1).folder());
        Files.writeString(runs.get(1).folder().resolve("diverged.txt"), "The loss became NaN in epoch 1, step 3\n");
        Table table = RunsTable.of(runs);
        assertTrue(table.column("divergence").isMissing(0));
        assertEquals("The loss became NaN in epoch 1, step 3", table.stringColumn("divergence").get(1));
    }
}
