package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.CsvFile;
import facet.model.net.Level;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Study;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedChartTest {

    private static final Study STUDY = Study.grid(Experiment.paper("generated")).with("lr", List.of(0.001, 0.01)).with("seed", List.of(1, 2)).epochs(1);

    @TempDir
    Path folder;

    /** Of the larger learning rate one run ended after epoch 0; one run of the other went on to epoch 2. */
    @Test
    void aPointIsTheAccuracyAfterTheStudysLastEpoch() throws IOException {
        double[][] accuracies = {{0.5, 0.6}, {0.5, 0.7, 0.9}, {0.5}, {0.5, 0.4}};
        List<Run> runs = STUDY.experiments().stream().map(new RunStore(folder)::run).toList();
        for (int i = 0; i < runs.size(); i++) {
            double[] accuracy = accuracies[i];
            CsvFile.write(Files.createDirectories(runs.get(i).folder()).resolve("history.csv"), csv -> {
                for (int epoch = 0; epoch < accuracy.length; epoch++) {
                    csv.printRecord(epoch, "test", 10, 1, accuracy[epoch]);
                }
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        List<SettingSeeds> values = SettingSeeds.of(STUDY, runs, "lr");
        assertEquals(List.of("0.001", "0.01"), values.stream().map(SettingSeeds::value).toList());
        assertEquals(List.of(0, 1), values.stream().map(SettingSeeds::diverged).toList());
        assertArrayEquals(new double[] {0.6, 0.7}, values.get(0).accuracies("test"));
        assertArrayEquals(new double[] {0.4}, values.get(1).accuracies("test"));
    }

    @Test
    void aChartNeedsAStudy() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> SeedChart.accuracy("t").by("lr").sets("test").image());
        assertEquals("There is no study to show: set it with runs(...).", refused.getMessage());
    }

    /** Between two learning rates there is nothing that a line could mean: the columns between their places are empty. */
    @Test
    void noLineLeadsFromOneValueToTheNext() throws IOException {
        List<Run> runs = STUDY.experiments().stream().map(new RunStore(folder)::run).toList();
        for (int i = 0; i < runs.size(); i++) {
            double accuracy = 0.5 + 0.1 * i;
            CsvFile.write(Files.createDirectories(runs.get(i).folder()).resolve("history.csv"), csv -> {
                csv.printRecord(0, "test", 10, 1, 0.5);
                csv.printRecord(1, "test", 10, 1, accuracy);
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        Figure figure = SeedChart.accuracy("t").runs(STUDY, runs).by("lr").sets("test").figure();
        BufferedImage image = figure.image();
        int middle = 250; // of the plot, between the two places
        assertTrue(IntStream.range(80, 270).noneMatch(y -> image.getRGB(middle, y) == Palette.INK.getRGB()));
        assertTrue(IntStream.range(80, 420).filter(x -> IntStream.range(80, 270).filter(y -> image.getRGB(x, y) == Palette.INK.getRGB()).count() > 60).count() >= 2, "an interval each");
        assertTrue(figure.text().contains("lr 0.001, mean: 0.55 (-0.0853 to 1.19)"), figure.text()); // t of one degree of freedom is 12.706, s / sqrt(2) 0.05
    }

    @Test
    void theNetworkWithoutAPyramidHasItsOneName() throws IOException {
        Study levels = Study.grid(Experiment.paper("generated")).level(Level.P2, Level.NONE).with("seed", List.of(1, 2)).epochs(1);
        List<Run> runs = levels.experiments().stream().map(new RunStore(folder)::run).toList();
        for (Run run : runs) {
            CsvFile.write(Files.createDirectories(run.folder()).resolve("history.csv"), csv -> {
                csv.printRecord(0, "test", 10, 1, 0.5);
                csv.printRecord(1, "test", 10, 1, 0.5);
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        String text = SeedChart.accuracy("t").runs(levels, runs).by("level").sets("test").figure().text();
        assertTrue(text.contains("level P2, mean: 0.5 (0.5 to 0.5)"), text);
        assertTrue(text.contains("ResNet-50 (no FPN), mean: 0.5 (0.5 to 0.5)"), text);
    }
}
