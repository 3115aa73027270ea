package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.CrossedMean;
import facet.io.CsvFile;
import facet.model.net.Level;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class CrossedTableTest {

    private static final Study STUDY = Study.grid(Experiment.paper("generated")).level(Level.P2, Level.NONE).with("seed", List.of(42, 43, 44)).epochs(1);

    @TempDir
    Path folder;

    /** Of ten triplets P2 gets 9, 8 and 9 right after epoch 1, none 1, 1 and 2; in the set "more" it is the other way round, by one triplet. */
    @Test
    void twoNetworksOverSeedsAndTriplets() throws IOException {
        int[][] test = {{0, 9}, {0, 8}, {0, 9}, {0, 1}, {0, 1}, {0, 2}};
        int[][] more = {{0, 4}, {0, 4}, {0, 4}, {0, 5}, {0, 5}, {0, 5}};
        Table table = CrossedTable.of(STUDY, runs(STUDY, test, more), "level", "P2", "NONE", "test", "more");
        assertEquals(List.of("test", "more", "together"), table.stringColumn("set").asList());
        assertEquals(List.of("P2", "ResNet-50 (no FPN)"), table.columnNames().subList(2, 4));
        assertEquals(List.of(10, 10, 20), table.intColumn("triplets").asList());
        double[][] expected = {{26 / 30.0, 4 / 30.0, 22 / 30.0}, {0.4, 0.5, -0.1}, {38 / 60.0, 19 / 60.0, 19 / 60.0}};
        double[][] differences = new double[20][];
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 3; i++) {
                assertEquals(expected[row][i], table.doubleColumn(2 + i).get(row), 1e-12);
            }
        }
        for (int triplet = 0; triplet < 20; triplet++) {
            int[][] right = triplet < 10 ? test : more;
            int g = triplet % 10;
            differences[triplet] = IntStream.range(0, 3).mapToDouble(seed -> (g < right[seed][1] ? 1 : 0) - (g < right[seed + 3][1] ? 1 : 0)).toArray();
        }
        CrossedMean naive = CrossedMean.paired(differences);
        assertEquals("%+.3f to %+.3f".formatted(naive.interval().low(), naive.interval().high()), table.stringColumn("95 % interval").get(2));
        assertEquals("42: +0.800, 43: +0.700, 44: +0.700", table.stringColumn("seed by seed").get(0));
        assertEquals(List.of("P2", "inconclusive", "P2"), table.stringColumn("higher accuracy").asList());
        assertEquals("P2", CrossedTable.of(STUDY, runs(STUDY, test, more), "level", "NONE", "P2", "test").stringColumn("higher accuracy").get(0));
        Table loss = CrossedTable.loss(STUDY, runs(STUDY, test, more), "level", "NONE", "P2", "test");
        assertEquals(2 * 22 / 30.0, loss.doubleColumn("difference").get(0), 1e-12, "a wrong group loses 2");
        assertEquals("P2", loss.stringColumn("lower").get(0));
    }

    /** All triplets right instead of wrong, with each seed: nothing scatters. A wrong triplet loses 2, a right one nothing. Five triplets of "more" are too few to tell. */
    @Test
    void whatTrainingDidOverSeeds() throws IOException {
        List<Run> runs = runs(STUDY, new int[][] {{0, 10}, {0, 10}, {0, 10}}, new int[][] {{5, 0}, {5, 0}, {5, 0}}).subList(0, 3);
        assertEquals(List.of("epoch 1", "inconclusive"), CrossedTable.ofEpochs(runs, 1, 0, "test", "more").stringColumn("higher accuracy").asList().subList(0, 2));
        Table loss = CrossedTable.lossOfEpochs(runs, 1, 0, "test");
        assertEquals(List.of(0.0, 2.0, -2.0), List.of(loss.doubleColumn(2).get(0), loss.doubleColumn(3).get(0), loss.doubleColumn(4).get(0)));
        assertEquals("epoch 1", loss.stringColumn("lower").get(0));
        assertEquals("epoch 1", CrossedTable.lossOfEpochs(runs, 0, 1, "test").stringColumn("lower").get(0));
    }

    /** Studies share runs, and one may ask for more epochs: epoch 2 is not this study's. */
    @Test
    void aLongerRunIsReadAtTheStudysEpoch() throws IOException {
        int[][] test = {{0, 9}, {0, 8}, {0, 9}, {0, 1}, {0, 1}, {0, 2}};
        int[][] longer = {{0, 9, 0}, {0, 8, 1}, {0, 9, 2}, {0, 1, 7}, {0, 1, 8}, {0, 2, 9}};
        assertEquals(CrossedTable.of(STUDY, runs(STUDY, test, test), "level", "P2", "NONE", "test").print(),
                CrossedTable.of(STUDY, runs(STUDY, longer, longer), "level", "P2", "NONE", "test").print());
    }

    @Test
    void nothingElseVaries() throws IOException {
        Study three = Study.grid(Experiment.paper("generated")).level(Level.P2, Level.NONE).learningRate(0.001, 0.01).with("seed", List.of(42, 43, 44)).epochs(1);
        assertThrows(IllegalArgumentException.class, () -> CrossedTable.of(three, List.of(), "level", "P2", "NONE", "test"));
        List<Run> six = runs(STUDY, new int[6][2], new int[6][2]);
        Study margins = Study.grid(Experiment.paper("generated")).with("margin", List.of(1.0, 2.0)).with("seed", List.of(42, 43, 44)).epochs(1);
        List<Run> wider = runs(margins, new int[6][2], new int[6][2]);
        assertEquals("Losses of the margins [1.0, 2.0] do not compare. Choose runs of one margin.",
                assertThrows(IllegalArgumentException.class, () -> CrossedTable.loss(margins, wider, "margin", "1.0", "2.0", "test")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> CrossedTable.ofEpochs(six, 1, 0, "test"), "both networks of a seed are no two seeds");
        assertThrows(IllegalArgumentException.class, () -> CrossedTable.ofEpochs(six.subList(0, 2), 1, 0, "test"));
    }

    @Test
    void otherTripletsAreNotCrossed() throws IOException {
        Study seeds = Study.grid(Experiment.paper("generated")).seeds(3).epochs(1);
        int[][] right = {{0, 4}, {0, 4}, {0, 4}};
        List<Run> runs = runs(seeds, right, right);
        Path file = runs.get(1).folder().resolve("distances.csv");
        Files.writeString(file, Files.readString(file).replace(",g3,", ",h3,"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CrossedTable.ofEpochs(runs, 1, 0, "test")).getMessage().contains("the same triplets"));
    }

    /** For each run, how many of ten triplets are right at the epochs 0, 1 and on, in either set. */
    private List<Run> runs(Study study, int[][] test, int[][] more) throws IOException {
        RunStore store = new RunStore(folder);
        List<Run> runs = study.experiments().stream().map(store::run).toList();
        for (int i = 0; i < test.length; i++) {
            Map<String, int[]> sets = Map.of("test", test[i], "more", more[i]);
            Path run = Files.createDirectories(runs.get(i).folder());
            CsvFile.write(run.resolve("distances.csv"), csv -> {
                for (int epoch = 0; epoch < sets.get("test").length; epoch++) {
                    for (var set : sets.entrySet()) {
                        for (int triplet = 0; triplet < 10; triplet++) {
                            csv.printRecord(epoch, set.getKey(), "g" + triplet, "ordinary", triplet < set.getValue()[epoch] ? 1 : 3, 2);
                        }
                    }
                }
            }, "epoch", "set", "group", "kind", "d_ap", "d_an");
            CsvFile.write(run.resolve("history.csv"), csv -> csv.printRecord(sets.get("test").length - 1, "test", 10, 1, 0.5), "epoch", "set", "groups", "loss", "accuracy");
        }
        return runs;
    }
}
