package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.reading.Outcomes;
import facet.eval.reading.Ranking;
import facet.eval.reading.Reading;
import facet.eval.reading.SeedOutcome;
import facet.paper.StatedNumbers;
import facet.report.chart.ChartImages;
import facet.report.chart.ReadingClouds;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ReadingRankingTest {

    private static final Reading NEAR = Outcomes.reading("P2, averaged", new double[] {1.8, 2.2, 2.0}, new double[] {0.7, 0.8, 0.74});
    private static final Reading FAR = Outcomes.reading("P5, flattened", new double[] {0.3}, new double[] {0.9});

    private static Ranking ranking(List<Reading> readings, double... rates) {
        return Ranking.of(readings, StatedNumbers.ALL, rates);
    }

    @Test
    void aRowIsAReadingBelowThePapers() {
        Table table = ReadingRanking.of(ranking(List.of(FAR, NEAR), 0.001));
        assertEquals(List.of("rank", "reading", "seeds at 0.001", "test loss at 0.001", "test accuracy at 0.001", "log score at 0.001", "validation loss falls",
                "weight among those tried"), table.columnNames());
        assertEquals(List.of("the paper", "P2, averaged", "P5, flattened"), table.stringColumn("reading").asList());
        assertEquals(List.of("1.935", "2.000 (1.800 \u2013 2.200)", "0.300"), table.stringColumn("test loss at 0.001").asList());
        assertEquals(List.of("0.741", "0.740 (0.700 \u2013 0.800)", "0.900"), table.stringColumn("test accuracy at 0.001").asList());
        assertEquals(List.of("\u2013", "3", "1"), table.stringColumn("seeds at 0.001").asList());
        assertEquals(List.of("yes", "yes, 3 of 3", "yes, 1 of 1"), table.stringColumn("validation loss falls").asList());
        assertTrue(table.intColumn("rank").isMissing(0) && table.intColumn("rank").get(2) == 2);
        assertEquals(1, table.doubleColumn("weight among those tried").sum(), 1e-9);
    }

    @Test
    void bothRatesHaveTheirSumAndTheirDivergedSeeds() {
        List<SeedOutcome> fast = List.of(Outcomes.seed(1, 5, 0.76), Outcomes.diverged(2), Outcomes.diverged(3));
        Table table = ReadingRanking.of(ranking(List.of(new Reading("P2", Map.of(0.001, NEAR.seeds(0.001), 0.01, fast))), 0.001, 0.01));
        assertEquals("3 (2 diverged)", table.stringColumn("seeds at 0.01").get(1));
        assertEquals("0.776", table.stringColumn("test accuracy at 0.01").get(0));
        assertEquals("\u2013", table.stringColumn("test loss at 0.01").get(0), "the paper does not state it");
        assertEquals(table.doubleColumn("log score at 0.001").get(1) + table.doubleColumn("log score at 0.01").get(1), table.doubleColumn("log score").get(1), 1e-9);
    }

    /** Twelve rows that all say frozen backbone would say it twelve times. */
    @Test
    void whatAllRowsShareStandsInTheCaption() {
        List<Reading> frozen = List.of(Outcomes.reading("P2, averaged, frozen backbone", new double[] {2}, new double[] {0.74}),
                Outcomes.reading("P5, flattened, frozen backbone", new double[] {0.3}, new double[] {0.9}));
        Table table = ReadingRanking.of(ranking(frozen, 0.001));
        assertEquals("all of them: frozen backbone", table.name());
        assertEquals(List.of("the paper", "P2, averaged", "P5, flattened"), table.stringColumn("reading").asList());
        assertEquals("", ReadingRanking.of(ranking(List.of(FAR, NEAR), 0.001)).name());
        String text = ReadingClouds.of("t").readings(ranking(frozen, 0.001)).figure().text();
        assertTrue(text.contains("paper: 1.94 at 0.741") && text.contains("(logarithmic)"), "a loss, not its logarithm: " + text);
    }

    @Test
    void theBestFifteenAreShownUnlessMoreAreAskedFor() {
        List<Reading> many = IntStream.range(0, 20).mapToObj(i -> Outcomes.reading("reading " + i, new double[] {i + 1}, new double[] {0.7})).toList();
        assertEquals(16, ReadingRanking.of(ranking(many, 0.001)).rowCount());
        assertEquals(21, ReadingRanking.of(ranking(many, 0.001), 99).rowCount());
    }

    /** Two panels of 300 pixels side by side, under a title of 40; the legend has a row, and a second one for what all have in common. */
    @Test
    void aPanelIsAReading() {
        List<Reading> many = new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> Outcomes.reading("reading " + i, new double[] {2 + i}, new double[] {0.74})).toList());
        BufferedImage six = ReadingClouds.of("t").readings(ranking(many, 0.001)).image();
        ChartImages.drawn(six, 600, 40 + 3 * 270 + 22 + 8, 2);
        ChartImages.drawn(ReadingClouds.of("t").readings(ranking(many, 0.001), "reading 7", "reading 1").image(), 600, 40 + 4 * 270 + 22 + 8, 2);
        List<Reading> alike = List.of(Outcomes.reading("P2, batch 8", new double[] {2}, new double[] {0.74}), Outcomes.reading("P5, batch 8", new double[] {2}, new double[] {0.74}));
        ChartImages.drawn(ReadingClouds.of("t").readings(ranking(alike, 0.001)).image(), 600, 40 + 270 + 2 * 22 + 8, 2);
        many.set(0, Outcomes.reading("reading 0", new double[] {2}, new double[] {0.78}));
        assertTrue(ChartImages.differ(six, ReadingClouds.of("t").readings(ranking(many, 0.001)).image()));
    }

    @Test
    void aChartNeedsReadings() {
        assertEquals("There is no reading to show: add those of a ranking with readings(...).",
                assertThrows(IllegalArgumentException.class, () -> ReadingClouds.of("t").image()).getMessage());
        Reading fast = new Reading("fast", Map.of(0.01, NEAR.seeds(0.001)));
        assertEquals("The ranking has no loss of the test set. Rank by the learning rate of Table 1.",
                assertThrows(IllegalArgumentException.class, () -> ReadingClouds.of("t").readings(ranking(List.of(fast), 0.01))).getMessage());
    }
}
