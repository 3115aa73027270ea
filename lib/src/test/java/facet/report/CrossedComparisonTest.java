package facet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.data.CsvFile;
import facet.eval.CrossedMean;
import facet.model.Level;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class CrossedComparisonTest {

    private static final Study STUDY = Study.grid(Experiment.paper("generated")).level(Level.P2, Level.NONE).with("seed", List.of(42, 43)).epochs(1);

    @TempDir
    Path folder;

    /** Of four groups P2 gets 4 and 3 right after epoch 1, none 1 and 1; in the set that is "more" as many. */
    @Test
    void twoNetworksOverSeedsAndGroups() throws IOException {
        Table table = CrossedComparison.of(STUDY, runs(STUDY, new int[][] {{0, 4}, {1, 3}, {2, 1}, {2, 1}}), "level", "P2", "NONE", "test", "more");
        assertEquals(List.of("test", "more", "together"), table.stringColumn("set").asList());
        assertEquals(List.of(4, 4, 8), table.intColumn("groups").asList());
        double[] expected = {7 / 8.0, 2 / 8.0, 5 / 8.0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], table.doubleColumn(2 + i).get(0), 1e-12);
            assertEquals(expected[i], table.doubleColumn(2 + i).get(2), 1e-12);
        }
        CrossedMean naive = CrossedMean.of(new double[][] {{0, 0}, {1, 1}, {1, 1}, {1, 0}});
        assertEquals("%+.3f to %+.3f".formatted(naive.interval().low(), naive.interval().high()), table.stringColumn("95 % interval").get(0));
        assertEquals("+0.750, +0.500", table.stringColumn("by seed").get(0));
        assertEquals("cannot be told", table.stringColumn("better").get(0));
    }

    /** All groups right instead of wrong, with each seed: nothing scatters. A wrong group loses 2, a right one nothing. */
    @Test
    void whatTrainingDidOverSeeds() throws IOException {
        List<Run> runs = runs(STUDY, new int[][] {{0, 4}, {0, 4}, {0, 4}, {0, 4}}).subList(0, 2);
        assertEquals("epoch 1", CrossedComparison.ofEpochs(runs, 1, 0, "test").stringColumn("better").get(0));
        Table loss = CrossedComparison.lossOfEpochs(runs, 1, 0, "test");
        assertEquals(List.of(0.0, 2.0, -2.0), List.of(loss.doubleColumn(2).get(0), loss.doubleColumn(3).get(0), loss.doubleColumn(4).get(0)));
        assertEquals("epoch 1", loss.stringColumn("better").get(0));
    }

    @Test
    void otherGroupsAreNotCrossed() throws IOException {
        Study splits = Study.grid(Experiment.paper("generated")).splits(2).epochs(1);
        List<Run> runs = runs(splits, new int[][] {{0, 4}, {0, 4}});
        Path file = runs.get(1).folder().resolve("distances.csv");
        Files.writeString(file, Files.readString(file).replace(",g3,", ",h3,"));
        assertThrows(IllegalArgumentException.class, () -> CrossedComparison.ofEpochs(runs, 1, 0, "test"));
    }

    /** For each run, how many of four groups are right at the epochs 0 and 1, in both sets. */
    private List<Run> runs(Study study, int[][] right) throws IOException {
        RunStore store = new RunStore(folder);
        List<Run> runs = study.experiments().stream().map(store::run).toList();
        for (int i = 0; i < right.length; i++) {
            int[] epochs = right[i];
            Path run = Files.createDirectories(runs.get(i).folder());
            CsvFile.write(run.resolve("distances.csv"), csv -> {
                for (int epoch = 0; epoch < epochs.length; epoch++) {
                    for (String set : List.of("test", "more")) {
                        for (int group = 0; group < 4; group++) {
                            csv.printRecord(epoch, set, "g" + group, "ordinary", group < epochs[epoch] ? 1 : 3, 2);
                        }
                    }
                }
            }, "epoch", "set", "group", "kind", "d_ap", "d_an");
            CsvFile.write(run.resolve("history.csv"), csv -> csv.printRecord(1, "test", 4, 1, 0.5), "epoch", "set", "groups", "loss", "accuracy");
        }
        return runs;
    }
}
