package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import facet.paper.PaperNumbers;
import facet.train.History;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final int BLUE = Look.COLORS.get(0).getRGB();

    @Test
    void linesOfSeveralRunsAndSetsAreDrawn() {
        Map<String, History> runs = Map.of("P2", Pictures.history(10, 1.9), "none", Pictures.history(10, 1.2));
        Pictures.drawn(Charts.loss("Loss", runs, "validation"), 760, 420, 2);
        Pictures.drawn(Charts.accuracy("Accuracy", runs, "validation", "test"), 760, 420, 2);
        Pictures.drawn(EpochChart.accuracy("Test").run("P2", Pictures.history(10, 1)).sets("test").reference(new Reference("paper 0.741", 0.741)).image(), 760, 420, 1);
    }

    @Test
    void oneEpochAndOnePointAreDrawn() {
        Pictures.drawn(Charts.loss("One", Map.of("P2", Pictures.history(0, 1)), "validation"), 760, 420, 1);
        Pictures.drawn(Charts.accuracy("One", Map.of("P2", Pictures.history(0, 1)), "test"), 760, 420, 1);
    }

    @Test
    void notANumberIsAGap() {
        History gap = History.empty();
        for (int epoch = 0; epoch < 5; epoch++) {
            gap = gap.plus(List.of(new History.Row(epoch, "test", 4, epoch == 2 ? Double.NaN : epoch, 2)));
        }
        Pictures.drawn(Charts.loss("Gap", Map.of("P2", gap), "test"), 760, 420, 1);
        History none = History.empty().plus(List.of(new History.Row(0, "test", 0, Double.NaN, 0)));
        assertEquals(760, Charts.loss("None", Map.of("P2", none), "test").getWidth());
    }

    @Test
    void manyRunsKeepTheirSize() {
        Map<String, History> runs = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            runs.put("a run with quite a long name, number " + i, Pictures.history(20, 1 + i / 10.0));
        }
        Pictures.drawn(Charts.loss("Many", runs, "test"), 760, 420, Look.COLORS.size());
    }

    @Test
    void aSetThatNobodyHasIsNamed() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Charts.loss("x", Map.of("P2", Pictures.history(2, 1)), "tset"));
        assertTrue(refused.getMessage().contains("tset") && refused.getMessage().contains("validation"), refused.getMessage());
    }

    @Test
    void seedsOfOneNameLookAlike() {
        Map<String, List<History>> runs = new LinkedHashMap<>();
        runs.put("P2", List.of(Pictures.history(3, 1), Pictures.history(3, 2), Pictures.history(3, 3)));
        runs.put("none", List.of(Pictures.history(3, 4)));
        List<EpochLine> lines = EpochLine.of(runs, List.of("test"));
        assertEquals(List.of("P2", "P2", "P2", "none"), lines.stream().map(EpochLine::label).toList());
        assertEquals(2, lines.stream().map(EpochLine::look).distinct().count());
        Pictures.drawn(EpochChart.loss("Seeds").seeds("P2", runs.get("P2")).seeds("none", runs.get("none")).sets("test").image(), 760, 420, 2);
    }

    @Test
    void distancesAndIntervalsAreDrawn() {
        List<TripletDistances> distances = List.of(new TripletDistances("a", "ordinary", 1, 2), new TripletDistances("b", "twinlike", 2, Double.NaN));
        assertEquals(620, Charts.distances("Distances", distances, 1).getWidth());
        assertEquals(620, Charts.distances("None", List.of(), 1).getWidth());
        Pictures.drawn(Charts.intervals("Accuracy", Map.of("P2", List.of(new TripletAccuracy("test", 10, 7, 1, 1)))), 760, 420, 1);
    }

    @Test
    void accuracyAxesReachOneAndLossAxesHoldTheirData() {
        List<double[]> ranges = new ArrayList<>();
        ranges.add(Measure.ACCURACY.range(DoubleStream.of(0.5, 0.9)));
        ranges.add(Measure.LOSS.range(DoubleStream.of(0.9, 1.0, Double.NaN)));
        ranges.add(Measure.LOSS.range(DoubleStream.of(0.1, 2.0)));
        assertEquals(1.02, ranges.get(0)[1]);
        assertTrue(ranges.get(0)[0] < 0.5 && ranges.get(0)[0] >= 0.3);
        assertTrue(ranges.get(1)[0] > 0.8 && ranges.get(1)[0] < 0.9 && ranges.get(1)[1] > 1.0);
        assertTrue(ranges.get(2)[0] < 0 && ranges.get(2)[0] > -0.2);
    }

    @Test
    void anIntervalStandsAboveTheNameOfItsSet() {
        BufferedImage image = Charts.intervals("", Map.of("a run", List.of(new TripletAccuracy("oo", 10, 7, 1, 1))));
        double[] interval = columns(image, 30, 345, color -> color == BLUE);
        double[] name = columns(image, 350, 368, color -> color != Color.WHITE.getRGB());
        assertEquals(name[0] + name[1], interval[0] + interval[1], 4);
    }

    /** Three places side by side: the outer two have the paper's diamond, the generated near-twins have none. */
    @Test
    void thePapersTwinsHaveAPlaceOfTheirOwn() {
        assertEquals(List.of("n = 5"), IntervalChart.places(List.of("n = 5")), "not beside sets that are no sets of the paper");
        assertEquals(List.of("real look-alikes", "twinlike", "twins"), IntervalChart.places(List.of("real look-alikes", "twinlike")));
        assertTrue(PaperNumbers.table1("twinlike").isEmpty());
        assertEquals(1.0, PaperNumbers.table1("twins").orElseThrow().accuracy());
        BufferedImage image = Charts.intervals("", Map.of("a run", List.of(new TripletAccuracy("real look-alikes", 11, 7, 1, 1), new TripletAccuracy("twinlike", 46, 37, 1, 1))));
        List<Integer> marks = IntStream.range(60, 660).filter(x -> IntStream.range(30, 345).filter(y -> image.getRGB(x, y) == Look.INK.getRGB()).count() > 60).boxed().toList();
        assertTrue(marks.stream().anyMatch(x -> x < 270) && marks.stream().anyMatch(x -> x > 470), "the paper's intervals of look-alikes and of twins: " + marks);
        assertTrue(marks.stream().noneMatch(x -> x >= 270 && x <= 470), "none in the middle: " + marks);
    }

    @Test
    void theEndsOfACurveAreNotCutOff() {
        BufferedImage image = Charts.curve("", "x", new double[] {0, 1}, "y", new double[] {0, 1});
        double[] ends = columns(image, 0, 290, color -> color == BLUE);
        for (double end : ends) {
            long filled = IntStream.range(0, 290).filter(y -> image.getRGB((int) end, y) == BLUE).count();
            assertTrue(filled < XyPlot.MARKER - 2, "half a marker is as high as it is wide: " + filled);
        }
    }

    /** The first and the last column that show a colour of some sort, in a strip of the image. */
    private static double[] columns(BufferedImage image, int top, int bottom, IntPredicate sort) {
        int[] found = IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(top, bottom).anyMatch(y -> sort.test(image.getRGB(x, y)))).toArray();
        return new double[] {found[0], found[found.length - 1]};
    }
}
