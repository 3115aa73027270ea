package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.CsvFile;
import facet.model.net.Level;
import facet.report.chart.ChartImages;
import facet.report.chart.SeedChart;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Study;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class StudyTableTest {

    private static final Study STUDY = Study.grid(Experiment.paper("generated")).learningRate(0.001, 0.0003).seeds(3).epochs(1);

    @TempDir
    Path folder;

    @Test
    void seedsAreSummedUpAndDivergedOnesCounted() throws Exception {
        List<Run> runs = runs();
        Table table = StudyTable.of(STUDY, runs, "test");
        assertEquals(List.of("lr", "set", "triplets", "seeds", "diverged", "accuracy at epoch 0", "accuracy", "lowest", "highest", "average loss"),
                table.columnNames());
        assertEquals(List.of("0.001", "0.0003"), table.stringColumn("lr").asList());
        assertEquals(List.of(1, 0), table.intColumn("diverged").asList());
        double[][] expected = {{0.6, (0.6 + 0.8) / 2, 0.6, 0.8, 1.4}, {0.5, 0.2, 0.1, 0.3, 0.4}};
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 5; column++) {
                assertEquals(expected[row][column], table.doubleColumn(5 + column).getDouble(row), 1e-12);
            }
        }
        assertTrue(table.print().contains("0.0003"), "no 3.0E-4");
        Study one = Study.grid(Experiment.paper("generated")).learningRate(0.001, 0.0003).seeds(1).epochs(1);
        assertEquals(List.of("lr", "set", "triplets", "accuracy at epoch 0", "accuracy", "average loss"),
                StudyTable.of(one, List.of(runs.get(0), runs.get(3)), "test").columnNames());
    }

    @Test
    void aPanelShowsTheSeedsOfASet() throws Exception {
        assertEquals(440, SeedChart.accuracy("t").runs(STUDY, runs()).by("lr").sets("test").image().getWidth());
        assertEquals(880, SeedChart.accuracy("t").runs(STUDY, runs()).by("lr").sets("test", "test").image().getWidth());
        Study levels = Study.grid(Experiment.paper("generated")).learningRate(0.001, 0.01).level(Level.P2, Level.P5).epochs(1);
        assertThrows(IllegalArgumentException.class, () -> SeedChart.accuracy("t").runs(levels, List.of()).by("lr").sets("test").image());
        assertThrows(IllegalArgumentException.class, () -> SeedChart.accuracy("t").runs(STUDY, runs()).by("lr").sets("tset").image());
    }

    /** After some epochs there was no judge: each mean is of the runs that were measured. */
    @Test
    void aSetThatIsNotThereAfterEachEpochIsSummedUpWhereItIs() throws Exception {
        Study study = Study.grid(Experiment.paper("lfw")).seeds(2).epochs(1);
        List<Run> runs = study.experiments().stream().map(new RunStore(folder)::run).toList();
        for (int i = 0; i < 2; i++) {
            int judged = i;
            Files.createDirectories(runs.get(i).folder());
            CsvFile.write(runs.get(i).folder().resolve("history.csv"), csv -> {
                for (int epoch = 0; epoch < 2; epoch++) {
                    csv.printRecord(epoch, "test", 4, 1, 0.5);
                    if (epoch == judged) {
                        csv.printRecord(epoch, "hard test", 4, 2, 0.25 + 0.5 * epoch);
                    }
                }
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        Table table = StudyTable.of(study, runs, "test", "hard test");
        assertEquals(List.of("test", "hard test"), table.stringColumn("set").asList());
        assertEquals(0.25, table.doubleColumn("accuracy at epoch 0").get(1));
        assertEquals(0.75, table.doubleColumn("accuracy").get(1));
    }

    /** Other data may lack a set: that combination has no row of it. A set that nobody has is a slip. */
    @Test
    void aSetThatOneLacksHasNoRow() throws Exception {
        Study data = Study.grid(Experiment.paper("generated")).with("data", List.of("generated", "lfw")).epochs(0);
        List<Run> runs = data.experiments().stream().map(new RunStore(folder)::run).toList();
        for (int i = 0; i < 2; i++) {
            String second = i == 0 ? "twinlike" : "real look-alikes";
            Files.createDirectories(runs.get(i).folder());
            CsvFile.write(runs.get(i).folder().resolve("history.csv"), csv -> {
                csv.printRecord(0, "test", 22, 1, 0.5);
                csv.printRecord(0, second, 22, 1, 0.5);
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        Table table = StudyTable.of(data, runs, "test", "twinlike", "real look-alikes");
        assertEquals(List.of("generated", "generated", "lfw", "lfw"), table.stringColumn("data").asList());
        assertEquals(List.of("test", "twinlike", "test", "real look-alikes"), table.stringColumn("set").asList());
        String refused = assertThrows(IllegalArgumentException.class, () -> StudyTable.of(data, runs, "tset")).getMessage();
        assertEquals("No run has a set named tset. There are: [real look-alikes, test, twinlike].", refused);
    }

    /** How many triplets are used at the most is a setting, how many a set has is measured. */
    @Test
    void tripletsMayVary() throws Exception {
        Study limits = Study.grid(Experiment.paper("generated")).with("groups", List.of(4, 8)).epochs(1);
        List<Run> runs = limits.experiments().stream().map(new RunStore(folder)::run).toList();
        for (Run run : runs) {
            Files.createDirectories(run.folder());
            CsvFile.write(run.folder().resolve("history.csv"), csv -> csv.printRecord(0, "test", 22, 1, 0.5), "epoch", "set", "groups", "loss", "accuracy");
        }
        Table table = StudyTable.of(limits, runs, "test");
        assertEquals(List.of("4", "8"), table.stringColumn("triplets at the most").asList());
        assertEquals(List.of(22, 22), table.intColumn("triplets").asList());
    }

    /** The third seed, whose first run ended early, has no part in it: 0.6 and 0.8 less 0.1 and 0.2 are left. */
    @Test
    void seedsArePaired() throws Exception {
        Table table = SeedTable.of(STUDY, runs(), "lr", "0.001", "0.0003", "test");
        assertEquals(List.of(20, 2, 2, 0), table.columns(1, 2, 7, 8).stream().map(column -> column.get(0)).toList());
        double[] expected = {0.55, 0.5, 0.6};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], table.doubleColumn(new int[] {3, 5, 6}[i]).getDouble(0), 1e-12);
        }
        assertEquals("-0.085 to +1.185", table.stringColumn("95 % interval").get(0)); // t of one degree of freedom is 12.706, s / sqrt(2) 0.05
        assertThrows(IllegalArgumentException.class, () -> SeedTable.of(STUDY, runs(), "lr", "0.001", "0.1", "test"));
    }

    /** Studies share runs, and one may ask for more epochs. */
    @Test
    void aLongerRunIsReadAtTheStudysEpoch() throws Exception {
        double[][] longer = {{0.5, 0.6, 0.9}, {0.7, 0.8, 0.7}, {0.6}, {0.5, 0.1, 0.4}, {0.5, 0.2, 0.6}, {0.5, 0.3, 0.5}};
        double[][] otherAtTheEnd = {{0.5, 0.9}, {0.7, 0.5}, {0.6}, {0.5, 0.4}, {0.5, 0.6}, {0.5, 0.5}};
        String table = tables(runs());
        BufferedImage panel = SeedChart.accuracy("t").runs(STUDY, runs()).by("lr").sets("test").image();
        assertEquals(table, tables(runs(longer)));
        assertFalse(ChartImages.differ(panel, SeedChart.accuracy("t").runs(STUDY, runs(longer)).by("lr").sets("test").image()));
        assertTrue(ChartImages.differ(panel, SeedChart.accuracy("t").runs(STUDY, runs(otherAtTheEnd)).by("lr").sets("test").image()), "it shows the last epoch, not the first");
    }

    private static String tables(List<Run> runs) {
        return StudyTable.of(STUDY, runs, "test").print() + SeedTable.of(STUDY, runs, "lr", "0.001", "0.0003", "test").print();
    }

    /** Six runs of two learning rates. */
    private List<Run> runs() throws Exception {
        return runs(new double[][] {{0.5, 0.6}, {0.7, 0.8}, {0.6}, {0.5, 0.1}, {0.5, 0.2}, {0.5, 0.3}}); // the third run ended before epoch 1
    }

    /** Their accuracies, epoch by epoch. */
    private List<Run> runs(double[][] accuracies) throws Exception {
        RunStore store = new RunStore(folder);
        List<Run> runs = STUDY.experiments().stream().map(store::run).toList();
        for (int i = 0; i < runs.size(); i++) {
            double[] accuracy = accuracies[i];
            Files.createDirectories(runs.get(i).folder());
            CsvFile.write(runs.get(i).folder().resolve("history.csv"), csv -> {
                for (int epoch = 0; epoch < accuracy.length; epoch++) {
                    csv.printRecord(epoch, "test", 20, 2 * accuracy[epoch], accuracy[epoch]);
                }
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        return runs;
    }
}
