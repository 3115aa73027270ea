package facet.report.chart;

import facet.eval.JudgedTriplet;
import facet.report.Numbers;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/**
 * Where the triplets of each set lie on a chart's axis of likeness: a row a set below the plot, a stroke a triplet.
 *
 * @param likeness of the triplets of each set
 */
record SetMarks(Map<String, double[]> likeness) {

    private static final int ROW = 20;
    private static final int CLEAR = 120; // of 255: where strokes crowd, they are darker

    static SetMarks of(List<JudgedTriplet> triplets) {
        Map<String, double[]> likeness = new LinkedHashMap<>();
        triplets.stream().collect(Collectors.groupingBy(JudgedTriplet::set, LinkedHashMap::new, Collectors.toList()))
                .forEach((set, own) -> likeness.put(set, own.stream().mapToDouble(JudgedTriplet::likeness).toArray()));
        return new SetMarks(likeness);
    }

    /** @return what stands beside each row, from top to bottom */
    List<String> names() {
        return likeness.entrySet().stream().map(SetMarks::name).toList();
    }

    private static String name(Map.Entry<String, double[]> set) {
        return set.getKey() + ", " + Numbers.integer(set.getValue().length);
    }

    /** @return the height in pixels */
    int height() {
        return likeness.size() * ROW;
    }

    /** Draws them below a chart that was painted, and from x on the name of each set with the number of its triplets. */
    void paint(Graphics2D graphics, XYChart chart, int x, Font font) {
        int y = 0;
        for (Map.Entry<String, double[]> set : likeness.entrySet()) {
            graphics.setColor(new Color(Palette.INK.getRed(), Palette.INK.getGreen(), Palette.INK.getBlue(), CLEAR));
            for (double each : set.getValue()) {
                double at = chart.getScreenXFromChart(each);
                graphics.draw(new Line2D.Double(at, y + 4, at, y + ROW - 4));
            }
            graphics.setColor(Palette.INK);
            graphics.setFont(font);
            graphics.drawString(name(set), x, y + ROW / 2 + 5);
            y += ROW;
        }
    }
}
