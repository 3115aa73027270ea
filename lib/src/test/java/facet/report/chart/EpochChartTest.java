package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.paper.PaperNumbers;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EpochChartTest {

    @Test
    void linesOfSeveralRunsAndSetsAreDrawn() {
        Map<String, History> runs = Map.of("P2", ChartImages.history(10, 1.9), "none", ChartImages.history(10, 1.2));
        ChartImages.drawn(EpochChart.loss("Loss").runs(runs).sets("validation").image(), Figure.WIDTH, 360, 2);
        ChartImages.drawn(EpochChart.accuracy("Accuracy").runs(runs).sets("validation", "test").image(), Figure.WIDTH, 360, 2);
        ChartImages.drawn(EpochChart.accuracy("Test").run("P2", ChartImages.history(10, 1)).sets("test").reference(new Reference("a line", 0.7)).image(), Figure.WIDTH, 360, 1);
    }

    @Test
    void oneEpochAndOnePointAreDrawn() {
        ChartImages.drawn(EpochChart.loss("One").runs(Map.of("P2", ChartImages.history(0, 1))).sets("validation").image(), Figure.WIDTH, 360, 1);
        ChartImages.drawn(EpochChart.accuracy("One").runs(Map.of("P2", ChartImages.history(0, 1))).sets("test").image(), Figure.WIDTH, 360, 1);
    }

    @Test
    void notANumberIsAGap() {
        History gap = History.empty();
        for (int epoch = 0; epoch < 5; epoch++) {
            gap = gap.plus(List.of(new History.Row(epoch, "test", 4, epoch == 2 ? Double.NaN : epoch, 2)));
        }
        ChartImages.drawn(EpochChart.loss("Gap").runs(Map.of("P2", gap)).sets("test").image(), Figure.WIDTH, 360, 1);
        History none = History.empty().plus(List.of(new History.Row(0, "test", 0, Double.NaN, 0)));
        assertEquals(Figure.WIDTH, EpochChart.loss("None").runs(Map.of("P2", none)).sets("test").image().getWidth());
    }

    @Test
    void theLegendOfManyRunsTakesNoHeightFromTheirPlot() {
        Map<String, History> runs = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            runs.put("a run with quite a long name, number " + i, ChartImages.history(20, 1 + i / 10.0));
        }
        ChartImages.drawn(EpochChart.loss("Many").runs(runs).sets("test").image(), Figure.WIDTH, 360 - 52 + 12 * 22 + 8, Palette.LINES.size());
    }

    @Test
    void aSetThatNobodyHasIsNamed() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> EpochChart.loss("x").runs(Map.of("P2", ChartImages.history(2, 1))).sets("tset").image());
        assertTrue(refused.getMessage().contains("tset") && refused.getMessage().contains("validation"), refused.getMessage());
    }

    @Test
    void seedsOfOneNameLookAlike() {
        Map<String, List<History>> runs = new LinkedHashMap<>();
        runs.put("P2", List.of(ChartImages.history(3, 1), ChartImages.history(3, 2), ChartImages.history(3, 3)));
        runs.put("none", List.of(ChartImages.history(3, 4)));
        List<EpochLine> lines = EpochLine.of(runs, List.of("test"));
        assertEquals(List.of("P2", "P2", "P2", "none"), lines.stream().map(EpochLine::label).toList());
        assertEquals(2, lines.stream().map(EpochLine::look).distinct().count());
        ChartImages.drawn(EpochChart.loss("Seeds").seeds("P2", runs.get("P2")).seeds("none", runs.get("none")).sets("test").image(), Figure.WIDTH, 360, 2);
    }

    @Test
    void panelsShareAnImage() {
        Map<String, History> runs = Map.of("P2", ChartImages.history(10, 1.9));
        ChartImages.drawn(EpochChart.loss("Figure 5").runs(runs).sets("test", "validation").panels().image(), 880, 370, 1);
        ChartImages.drawn(EpochChart.accuracy("Figure 6").runs(runs).sets("test", "validation", "test").panels().image(), 880, 670, 1);
    }

    @Test
    void thePapersNumberStandsInThePanelsOfItsSetsAlone() {
        Map<String, History> runs = Map.of("P2", ChartImages.history(10, 1.9));
        BufferedImage plain = EpochChart.accuracy("").runs(runs).sets("test", "validation").panels().image();
        BufferedImage paper = EpochChart.accuracy("").runs(runs).sets("test", "validation").paper().panels().image();
        assertTrue(ChartImages.differ(plain, paper));
        BufferedImage validation = EpochChart.loss("").runs(runs).sets("validation").panels().image();
        assertFalse(ChartImages.differ(validation, EpochChart.loss("").runs(runs).sets("validation").paper().panels().image()), "Table 1 has no validation set");
        BufferedImage both = EpochChart.accuracy("").runs(runs).sets("test", "validation").paper()
                .reference("test", new Reference("0.776 at 0.01", PaperNumbers.TEST_AT_RATE_0_01)).panels().image();
        assertTrue(ChartImages.differ(paper, both));
    }

    @Test
    void thePapersTwinsStandInNoPanelOfGeneratedNearTwins() {
        Map<String, History> runs = Map.of("P2", History.empty().plus(List.of(new History.Row(0, "twinlike", 46, 1.0, 37), new History.Row(0, "twins", 5, 1.0, 4))));
        for (Supplier<EpochChart> figure : List.<Supplier<EpochChart>>of(() -> EpochChart.loss("").runs(runs), () -> EpochChart.accuracy("").runs(runs))) {
            assertFalse(ChartImages.differ(figure.get().sets("twinlike").panels().image(), figure.get().sets("twinlike").paper().panels().image()));
            assertTrue(ChartImages.differ(figure.get().sets("twins").panels().image(), figure.get().sets("twins").paper().panels().image()), "a set of real twins has the paper's line");
        }
    }

    @Test
    void aLineOfOneSetStandsInItsPanelAlone() {
        Map<String, History> runs = Map.of("P2", ChartImages.history(10, 1.9));
        Reference line = new Reference("a line", 0.9);
        BufferedImage plain = EpochChart.accuracy("").runs(runs).sets("validation").panels().image();
        assertFalse(ChartImages.differ(plain, EpochChart.accuracy("").runs(runs).sets("validation").reference("test", line).panels().image()));
        assertTrue(ChartImages.differ(plain, EpochChart.accuracy("").runs(runs).sets("validation").reference(line).panels().image()), "a line of all sets stands in each");
        BufferedImage one = EpochChart.accuracy("").runs(runs).sets("validation", "test").image();
        assertTrue(ChartImages.differ(one, EpochChart.accuracy("").runs(runs).sets("validation", "test").reference("test", line).image()), "in one plot of both sets");
    }

    /** The label says which network it is, and its place in the chart says nothing. */
    @Test
    void aNetworkHasItsColourInWhateverOrder() {
        Map<String, List<History>> runs = new LinkedHashMap<>();
        runs.put("ResNet-50 (no FPN)", List.of(ChartImages.history(3, 1)));
        runs.put("ResNet-50 + FPN P2", List.of(ChartImages.history(3, 2)));
        List<EpochLine> lines = EpochLine.of(runs, List.of("test"));
        assertEquals(List.of(Palette.LINES.get(1), Palette.LINES.get(0)), lines.stream().map(line -> line.look().color()).toList());
        assertEquals(lines.get(1).look(), EpochLine.of(Map.of("with FPN", runs.get("ResNet-50 + FPN P2")), List.of("test")).get(0).look());
    }
}
