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
        int blue = Palette.LINES.get(0).getRGB();
        int[] columns = {150, 250, 350};
        double[] heights = IntStream.of(columns).mapToDouble(x -> IntStream.range(30, 300).filter(y -> image.getRGB(x, y) == blue).average().orElseThrow()).toArray();
        assertEquals(heights[0] - heights[1], heights[1] - heights[2], 2);
        assertTrue(heights[0] > heights[1] + 20);
    }

    /** Late in a training one batch in many has a loss: no line leads there, a faint point does. */
    @Test
    void aLossBetweenBatchesWithoutOneIsSeen() throws IOException {
        BufferedImage image = StepChart.of("Loss").runs(List.of(run(0.001, 0, 0, 10, 0, 0, 0, 1000, 0, 0, 0))).image();
        IntPredicate point = x -> IntStream.range(30, 310).anyMatch(y -> faintBlue(image.getRGB(x, y)));
        assertEquals(2, IntStream.range(80, Figure.WIDTH - 2).filter(x -> point.test(x) && !point.test(x - 1)).count(), "points");
        assertTrue(IntStream.range(80, Figure.WIDTH - 2).noneMatch(x -> IntStream.range(30, 270).anyMatch(y -> image.getRGB(x, y) == Palette.LINES.get(0).getRGB())), "no line");
    }

    /** One loss of a hundred jumps: a point shows it, the line passes below. */
    @Test
    void theLineIsTheMedianAndTheAxisSaysOfHowManySteps() throws IOException {
        double[] losses = IntStream.range(0, 101).mapToDouble(i -> i == 50 ? 900 : 10).toArray();
        Figure figure = StepChart.of("Loss").runs(List.of(run(0.001, losses), run(0.01, 1, 100))).figure();
        BufferedImage image = figure.image();
        int blue = Palette.LINES.get(0).getRGB();
        int[] rows = IntStream.range(30, 270).filter(y -> IntStream.range(80, 400).filter(x -> image.getRGB(x, y) == blue).count() > 100).toArray();
        assertTrue(rows.length > 0 && rows[rows.length - 1] - rows[0] <= 3, "a level line");
        assertTrue(IntStream.range(30, rows[0] - 40).anyMatch(y -> IntStream.range(80, 400).anyMatch(x -> faintBlue(image.getRGB(x, y)))), "the jump is a point above it");
        assertTrue(figure.text().contains("moving median of 5 steps"), figure.text());
        assertTrue(figure.text().contains("10 at 1, 10 at 101"), figure.text());
    }

    private static boolean faintBlue(int rgb) {
        Color color = new Color(rgb);
        return color.getBlue() - color.getRed() > 30 && color.getRed() > 120;
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
