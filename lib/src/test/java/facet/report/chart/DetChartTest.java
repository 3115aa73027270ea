package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.verification.RocCurve;
import facet.eval.verification.ScoreFile;
import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetChartTest {

    private static BufferedImage chart(String name) {
        return DetChart.of("t").curve("a", RocCurve.of(ScoreFile.read(Path.of("src/test/resources/verification/scores-" + name + ".csv")))).image();
    }

    /** The pixels of the curve's colour above the legend. */
    private static List<Point> curve(BufferedImage image) {
        List<Point> points = new ArrayList<>();
        for (int y = 0; y < Figure.WIDTH - 40; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (new Color(image.getRGB(x, y)).equals(Look.setting(0).color())) {
                    points.add(new Point(x, y));
                }
            }
        }
        return points;
    }

    @Test
    void theCurveFallsFromLeftToRight() {
        BufferedImage image = chart("people");
        assertEquals(Figure.WIDTH, image.getWidth());
        List<Point> points = curve(image);
        assertTrue(points.size() > 200, "it is drawn: " + points.size());
        assertTrue(points.get(0).x < points.get(points.size() - 1).x, "the highest point lies left of the lowest");
    }

    @Test
    void whatLiesOutsideTheAxesIsNotDrawnAlongThem() {
        assertEquals(List.of(), curve(chart("parted")), "no error at all");
        assertEquals(Figure.WIDTH, chart("equal").getWidth());
    }
}
