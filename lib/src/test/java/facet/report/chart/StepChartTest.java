package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.CsvFile;
import facet.study.Experiment;
import facet.study.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepChartTest {

    @TempDir
    Path folder;

    /** A loss that doubles each step until it is no number is a straight line on this axis; one that is 0 at times has gaps. */
    @Test
    void growthIsAStraightLine() throws IOException {
        double[] growing = IntStream.range(0, 40).mapToDouble(i -> i < 39 ? Math.pow(2, i) : Double.POSITIVE_INFINITY).toArray();
        BufferedImage image = StepChart.of("Loss").runs(List.of(run(0.01, growing), run(0.1), run(0.001, 1, 0.5, 0, 0.2, 0.3))).image();
        int blue = Palette.LINES.get(0).getRGB();
        int[] columns = {200, 350, 500};
        double[] heights = IntStream.of(columns).mapToDouble(x -> IntStream.range(30, 300).filter(y -> image.getRGB(x, y) == blue).average().orElseThrow()).toArray();
        assertEquals(heights[0] - heights[1], heights[1] - heights[2], 2);
        assertTrue(heights[0] > heights[1] + 20);
    }

    /** Late in a training one batch in many has a loss: no line leads there, a point does. */
    @Test
    void aLossBetweenBatchesWithoutOneIsSeen() throws IOException {
        BufferedImage image = StepChart.of("Loss").runs(List.of(run(0.001, 0, 0, 10, 0, 0, 0, 1000, 0, 0, 0))).image();
        int blue = Palette.LINES.get(0).getRGB();
        assertEquals(2, IntStream.range(60, 750).filter(x -> IntStream.range(30, 320).anyMatch(y -> image.getRGB(x, y) == blue)
                && IntStream.range(30, 320).noneMatch(y -> image.getRGB(x - 1, y) == blue)).count(), "points");
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
