package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.TripletAccuracy;
import facet.paper.PaperNumbers;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalChartTest {

    @Test
    void intervalsAreDrawn() {
        ChartImages.drawn(IntervalChart.of("Accuracy").runs(Map.of("P2", List.of(new TripletAccuracy("test", 10, 7, 1, 1)))).image(), Figure.WIDTH, 360, 1);
    }

    @Test
    void runsWithoutSetsAreRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> IntervalChart.of("").runs(Map.of("P2", List.of())).image());
        assertEquals("There is no accuracy to show: the runs have no sets.", refused.getMessage());
    }

    @Test
    void anIntervalStandsAboveTheNameOfItsSet() {
        BufferedImage image = IntervalChart.of("").runs(Map.of("a run", List.of(new TripletAccuracy("oo", 10, 7, 1, 1)))).image();
        double[] interval = ImageColumns.ends(image, 30, 285, color -> color == Look.setting(0).color().getRGB());
        double[] name = ImageColumns.ends(image, 292, 308, color -> color != Color.WHITE.getRGB());
        assertEquals(name[0] + name[1], interval[0] + interval[1], 4);
    }

    /** Three places side by side: the outer two have the paper's diamond, the generated near-twins have none. */
    @Test
    void thePapersTwinsHaveAPlaceOfTheirOwn() {
        assertEquals(List.of("n = 5"), IntervalChart.places(List.of("n = 5")), "not beside sets that are no sets of the paper");
        assertEquals(List.of("real look-alikes", "twinlike", "twins"), IntervalChart.places(List.of("real look-alikes", "twinlike")));
        assertTrue(PaperNumbers.table1("twinlike").isEmpty());
        assertEquals(1.0, PaperNumbers.table1("twins").orElseThrow().accuracy());
        BufferedImage image = IntervalChart.of("").runs(Map.of("a run", List.of(new TripletAccuracy("real look-alikes", 11, 7, 1, 1), new TripletAccuracy("twinlike", 46, 37, 1, 1)))).image();
        List<Integer> marks = IntStream.range(60, 480).filter(x -> IntStream.range(30, 285).filter(y -> image.getRGB(x, y) == Palette.INK.getRGB()).count() > 60).boxed().toList();
        assertTrue(marks.stream().anyMatch(x -> x < 200) && marks.stream().anyMatch(x -> x > 340), "the paper's intervals of look-alikes and of twins: " + marks);
        assertTrue(marks.stream().noneMatch(x -> x >= 200 && x <= 340), "none in the middle: " + marks);
    }
}
