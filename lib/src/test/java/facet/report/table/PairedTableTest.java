package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.CsvFile;
import facet.io.FacetException;
import facet.model.net.Level;
import facet.study.Experiment;
import facet.study.Run;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class PairedTableTest {

    @TempDir
    Path folder;

    /** Of ten triplets, epoch 0 has two right, epoch 1 nine. */
    @Test
    void trainingIsBetterWhereNoCoinWouldFallSoOften() throws IOException {
        Table table = PairedTable.ofEpochs(run("a", 2, 9), 1, 0, "test");
        assertEquals(List.of(7, 0), List.of(table.intColumn("only epoch 1 correct").get(0), table.intColumn("only epoch 0 correct").get(0)));
        assertEquals(0.7, table.doubleColumn("difference").get(0), 1e-12);
        assertEquals(2 / 128.0, table.doubleColumn("p (McNemar)").get(0), 1e-12);
        assertEquals("+0.221 to +0.945", table.stringColumn("95 % interval").get(0)); // 8 / 12 - 1 / 12 with Agresti and Min's two triplets more
        assertEquals("epoch 1", table.stringColumn("higher accuracy").get(0));
        assertEquals("epoch 1", PairedTable.ofEpochs(run("a", 2, 9), 0, 1, "test").stringColumn("higher accuracy").get(0));
        assertEquals("epoch 1", PairedTable.lossOfEpochs(run("a", 2, 9), 0, 1, "test").stringColumn("lower").get(0));
    }

    @Test
    void fiveTripletsTellNothingEvenWhereAllSpeakForOne() throws IOException {
        Table table = PairedTable.of("A", run("a", 0, 0), "B", run("b", 0, 5), 1, "test");
        assertEquals(5, table.intColumn("only B correct").get(0));
        assertEquals("inconclusive", table.stringColumn("higher accuracy").get(0));
    }

    /** A right triplet's loss is 0, a wrong one's 2: seven of ten triplets fall from 2 to 0, the others stay. */
    @Test
    void lossesAreComparedTripletByTriplet() throws IOException {
        Table table = PairedTable.lossOfEpochs(run("a", 2, 9, 9), 1, 0, "test");
        double[] expected = {0.2, 1.6, -1.4};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], table.doubleColumn(2 + i).get(0), 1e-12);
        }
        double half = 2.2621571628 * Math.sqrt((7 * 0.6 * 0.6 + 3 * 1.4 * 1.4) / 9) / Math.sqrt(10);
        assertEquals("%.3f to %.3f".formatted(-1.4 - half, -1.4 + half), table.stringColumn("95 % interval").get(0));
        assertEquals("epoch 1", table.stringColumn("lower").get(0));
        assertEquals("inconclusive", PairedTable.lossOfEpochs(run("b", 2, 9, 9), 1, 2, "test").stringColumn("lower").get(0));
        Table runs = PairedTable.loss("A", run("c", 2), "B", run("d", 9), 0, "test");
        assertEquals(1.4, runs.doubleColumn("difference").get(0), 1e-12);
        assertEquals(List.of("loss, A", "loss, B"), runs.columnNames().subList(2, 4));
        assertEquals("B", runs.stringColumn("lower").get(0));
        Run wider = new Run(run("c", 2).experiment().with("margin", 2), folder.resolve("c"));
        assertEquals("Losses of the margins [1.0, 2.0] do not compare. Choose runs of one margin.",
                assertThrows(IllegalArgumentException.class, () -> PairedTable.loss("A", run("d", 9), "wider", wider, 0, "test")).getMessage());
        Run soft = new Run(run("c", 2).experiment().with("loss", "soft"), folder.resolve("c"));
        assertEquals("Losses of [hinge with euclidean distances, soft with euclidean distances] do not compare. Choose runs of one loss and distance.",
                assertThrows(IllegalArgumentException.class, () -> PairedTable.loss("A", run("d", 9), "soft", soft, 0, "test")).getMessage());
        assertEquals(Math.log(1 + Math.exp(1)) - Math.log(1 + Math.exp(-1)),
                (PairedTable.loss("A", soft, "B", new Run(soft.experiment(), run("d", 9).folder()), 0, "test").doubleColumn("difference").get(0)) / 0.7, 1e-12, "by the loss that trained");
    }

    /** Nine triplets of distances 1 and 2 are right by any reading; the wrong one, 3 and 2, loses 2, or 9 - 4 + 1 = 6 with squares. */
    @Test
    void aReadingStandsBesideThePapersTable() throws IOException {
        Experiment base = Experiment.paper("generated");
        Run trained = run("a", 2, 9);
        Run diverged = new Run(base.level(Level.P5), Files.createDirectories(folder.resolve("b")));
        assertEquals("The run b has no distances of test after epoch 1.", assertThrows(FacetException.class, () -> Readings.of(List.of(trained, diverged), 1, "test"),
                "not trained so far").getMessage());
        Files.writeString(diverged.folder().resolve("diverged.txt"), "The loss became NaN in epoch 1, step 3");
        Table table = Readings.of(List.of(trained, diverged), 1, "test", "more");
        assertEquals(List.of("level", "set", "triplets", "average loss", "with squared distances", "paper's average loss", "accuracy", "paper's accuracy"),
                table.columnNames());
        double[] expected = {0.2, 0.6, 1.935, 0.9, 0.741};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], table.doubleColumn(3 + i).get(0), 1e-12);
        }
        assertTrue(table.column("average loss").isMissing(2) && table.column("paper's average loss").isMissing(1));
        assertEquals(List.of("P2", "P2", "P5", "P5"), table.stringColumn("level").asList());
    }

    /** At its larger rate the paper states two accuracies and no loss. */
    @Test
    void theLargerRateStandsBesideWhatThePaperSaysOfIt() throws IOException {
        Run slow = run("a", 9);
        Table table = Readings.of(List.of(slow, new Run(slow.experiment().learningRate(0.01), slow.folder()),
                new Run(slow.experiment().learningRate(0.003), slow.folder())), 0, "test");
        assertEquals(0.776, table.doubleColumn("paper's accuracy").get(1), 1e-12);
        assertEquals(List.of(false, true, true), List.of(0, 1, 2).stream().map(table.column("paper's average loss")::isMissing).toList());
        assertTrue(table.column("paper's accuracy").isMissing(2));
    }

    @Test
    void aRunWithoutDistancesIsNamed() throws IOException {
        Run run = run("a", 2);
        assertTrue(assertThrows(FacetException.class, () -> PairedTable.ofEpochs(run, 3, 0, "test")).getMessage().contains("no distances of test after epoch 3"));
    }

    @Test
    void trainingHasNoEpochZero() {
        History history = History.empty().plus(List.of(new History.Row(1, "train", 10, 1, 5)));
        assertThrows(IllegalArgumentException.class, () -> Convergence.of(Map.of("a", history), "train"));
    }

    @Test
    void theHalvesOfATraining() {
        History history = History.empty();
        double[] losses = {8, 5, 4, 4, 3};
        for (int epoch = 0; epoch < losses.length; epoch++) {
            history = history.plus(List.of(new History.Row(epoch, "validation", 10, losses[epoch], 5)));
        }
        Table table = Convergence.of(Map.of("a", history), "validation");
        assertEquals(-4, table.doubleColumn("change, first half").get(0));
        assertEquals(-1, table.doubleColumn("change, second half").get(0));
    }

    /** Two sets whose triplets bear the same names count as twenty triplets. */
    @Test
    void setsAreTakenTogetherEpochByEpoch() throws IOException {
        Table table = PairedTable.byEpoch("A", run("a", 2, 9), "B", run("b", 4, 3), "test", "more");
        assertEquals(List.of("0", "1"), table.stringColumn("epoch").asList());
        assertEquals(List.of(20, 20), table.intColumn("triplets").asList());
        assertEquals(List.of(0, 12), table.intColumn("only A correct").asList());
        assertEquals(List.of(4, 0), table.intColumn("only B correct").asList());
        assertEquals(0.9, table.doubleColumn("A").get(1), 1e-12);
        assertEquals(2 / 4096.0, table.doubleColumn("p (McNemar)").get(1), 1e-12);
    }

    /** A run of two sets of ten triplets, the first so many of each right at epoch 0 and at epoch 1. */
    private Run run(String name, int... right) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        CsvFile.write(run.resolve("distances.csv"), csv -> {
            for (int epoch = 0; epoch < right.length; epoch++) {
                for (int triplet = 0; triplet < 20; triplet++) {
                    csv.printRecord(epoch, triplet < 10 ? "test" : "more", "g" + triplet % 10, "ordinary", triplet % 10 < right[epoch] ? 1 : 3, 2);
                }
            }
        }, "epoch", "set", "group", "kind", "d_ap", "d_an");
        CsvFile.write(run.resolve("history.csv"), csv -> csv.printRecord(right.length - 1, "test", 10, 1, 0.5), "epoch", "set", "groups", "loss", "accuracy");
        return new Run(Experiment.paper("generated"), run);
    }
}
