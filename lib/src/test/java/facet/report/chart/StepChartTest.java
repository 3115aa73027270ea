package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.CsvFile;
import facet.study.Experiment;
import facet.study.Run;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepChartTest {

    @TempDir
    Path folder;

    /** A loss that doubles each step until it is no number is a straight line on this axis, smoothed or not; one that is 0 at times has gaps. */
    @Test
    void growthIsAStraightLine() throws IOException {
        double[] growing = IntStream.range(0, 40).mapToDouble(i -> i < 39 ? Math.pow(2, i) : Double.POSITIVE_INFINITY).toArray();
        BufferedImage image = StepChart.of("Loss").runs(List.of(run(0.01, growing), run(0.1), run(0.001, 1, 0.5, 0, 0.2, 0.3))).image();
        int line = Look.setting(0).color().getRGB();
        double[][] middles = new double[3][]; // of the line's pixels between columns 40 apart: it is dashed
        for (int i = 0; i < 3; i++) {
            int from = 120 + 80 * i;
            int[] pixels = IntStream.range(from * 300, (from + 40) * 300).filter(at -> at % 300 >= 30 && image.getRGB(at / 300, at % 300) == line).toArray();
            middles[i] = new double[] {IntStream.of(pixels).map(at -> at / 300).average().orElseThrow(), IntStream.of(pixels).map(at -> at % 300).average().orElseThrow()};
        }
        double first = (middles[0][1] - middles[1][1]) / (middles[1][0] - middles[0][0]);
        double second = (middles[1][1] - middles[2][1]) / (middles[2][0] - middles[1][0]);
        assertEquals(first, second, 0.02, "a pixel or two on a hundred");
        assertTrue(first > 0.2, "it grows: " + first);
    }

    /** Late in a training one batch in many has a loss: no line leads there, a faint point does. */
    @Test
    void aLossBetweenBatchesWithoutOneIsSeen() throws IOException {
        BufferedImage image = StepChart.of("Loss").runs(List.of(run(0.001, 0, 0, 10, 0, 0, 0, 1000, 0, 0, 0))).image();
        IntPredicate point = x -> IntStream.range(30, 310).anyMatch(y -> faint(image.getRGB(x, y)));
        assertEquals(2, IntStream.range(80, Figure.WIDTH - 2).filter(x -> point.test(x) && !point.test(x - 1)).count(), "points");
        assertTrue(IntStream.range(80, Figure.WIDTH - 2).noneMatch(x -> IntStream.range(30, 270).anyMatch(y -> image.getRGB(x, y) == Look.setting(0).color().getRGB())), "no line");
    }

    /** One loss of a hundred jumps: a point shows it, the line passes below. */
    @Test
    void theLineIsTheMedianAndTheAxisSaysOfHowManySteps() throws IOException {
        double[] losses = IntStream.range(0, 101).mapToDouble(i -> i == 50 ? 900 : 10).toArray();
        Figure figure = StepChart.of("Loss").runs(List.of(run(0.001, losses), run(0.01, 1, 100))).figure();
        BufferedImage image = figure.image();
        int line = Look.setting(0).color().getRGB();
        int[] rows = IntStream.range(30, 270).filter(y -> IntStream.range(80, 400).filter(x -> image.getRGB(x, y) == line).count() > 100).toArray();
        assertTrue(rows.length > 0 && rows[rows.length - 1] - rows[0] <= 3, "a level line");
        assertTrue(IntStream.range(30, rows[0] - 40).anyMatch(y -> IntStream.range(80, 400).anyMatch(x -> faint(image.getRGB(x, y)))), "the jump is a point above it");
        assertTrue(figure.text().contains("moving median of 5 steps"), figure.text());
        assertTrue(figure.text().contains("10 at 1, 10 at 101"), figure.text());
    }

    /** The line ends where most batches have no loss; a chart that did not say so would look as if the training had ended. */
    @Test
    void aMedianThatIsZeroFromHereOnSaysSo() throws IOException {
        double[] losses = IntStream.range(0, 60).mapToDouble(i -> i < 30 || i == 50 ? 2 : 0).toArray();
        Figure figure = StepChart.of("Loss").runs(List.of(run(0.001, losses), run(0.01, IntStream.range(0, 60).mapToDouble(i -> 1).toArray()))).figure();
        assertTrue(figure.text().contains("lr 0.001, median 0 after step 30: 2 at 1, 2 at 30; lr 0.01: 1 at 1, 1 at 60"), figure.text());
        assertTrue(figure.text().contains("(logarithmic)"), figure.text());
    }

    private static boolean faint(int rgb) {
        Color color = new Color(rgb);
        return color.getBlue() - color.getGreen() > 15 && color.getRed() > 120; // the first setting's
    }

    @Test
    void runsWithoutStepsAreRefused() throws IOException {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> StepChart.of("Loss").runs(List.of(run(0.1))).image());
        assertEquals("None of the runs has kept a step with a loss.", refused.getMessage());
    }

    private Run run(double rate, double... losses) throws IOException {
        Path run = Files.createDirectories(folder.resolve(String.valueOf(rate)));
        CsvFile.write(run.resolve("steps.csv"), csv -> {
            for (int i = 0; i < losses.length; i++) {
                csv.printRecord(1, i + 1, losses[i]);
            }
        }, "epoch", "step", "loss");
        return new Run(Experiment.paper("generated").learningRate(rate), run);
    }
}
