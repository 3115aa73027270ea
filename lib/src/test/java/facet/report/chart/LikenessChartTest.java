package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.JudgedTriplet;
import facet.eval.LikenessCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Simulated networks: the better one loses less where strangers are alike. */
class LikenessChartTest {

    private static LikenessCurve curve(double quality, int[] counts, String... sets) {
        Random likeness = new Random(1);
        Random distances = new Random(2);
        List<JudgedTriplet> triplets = new ArrayList<>();
        for (int set = 0; set < sets.length; set++) {
            for (int i = 0; i < counts[set]; i++) {
                double alike = 0.05 + 0.17 * set + 0.08 * likeness.nextGaussian();
                triplets.add(new JudgedTriplet(sets[set], sets[set].endsWith("test") ? "p" + i : sets[set] + i, alike, 1, 1 + quality - alike + 0.25 * distances.nextGaussian()));
            }
        }
        return LikenessCurve.accuracy(triplets, 1);
    }

    private static LikenessChart chart() {
        int[] counts = {170, 90, 170, 11};
        String[] sets = {"test", "generated look-alikes", "hard test", "real look-alikes"};
        return LikenessChart.accuracy("Accuracy by likeness").network("ResNet-50 + FPN P2", curve(0.5, counts, sets)).network("SFace", curve(0.9, counts, sets));
    }

    @Test
    void eachNetworkHasItsColourAndEachSetARow() {
        ChartImages.drawn(chart().image(), Figure.WIDTH, 26 + 340 + 4 * 20 + 8 + 52, 2);
        ChartImages.drawn(LikenessChart.accuracy("t").network("a", curve(0.5, new int[] {170}, "test")).image(), Figure.WIDTH, 26 + 340 + 20 + 8 + 30, 1);
        assertTrue(ChartImages.differ(LikenessChart.accuracy("t").network("a", curve(0.5, new int[] {170}, "test")).image(),
                LikenessChart.falseAccepts("t", 0.1).network("a", curve(0.5, new int[] {170}, "test")).image()), "another axis");
    }

    @Test
    void aSingleBinIsDrawn() {
        ChartImages.drawn(LikenessChart.accuracy("t").network("a", curve(0.5, new int[] {30}, "test")).image(), Figure.WIDTH, 26 + 340 + 20 + 8 + 30, 1);
    }

    @Test
    void withoutANetworkThereIsNothingToShow() {
        assertEquals("There is no curve to show: add a network.", assertThrows(IllegalArgumentException.class, () -> LikenessChart.accuracy("t").image()).getMessage());
    }
}
