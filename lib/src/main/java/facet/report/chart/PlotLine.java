package facet.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Values of a plot, in the units of its axes.
 *
 * @param name what the legend says
 * @param x across
 * @param y up; NaN is a gap
 * @param look how they are drawn
 */
record PlotLine(String name, double[] x, double[] y, Look look) {

    /** @return the place of the last value that is not NaN; -1 where there is none */
    int last() {
        int i = y.length - 1;
        while (i >= 0 && !Double.isFinite(y[i])) {
            i--;
        }
        return i;
    }

    /** @return whether it is a dashed line of many values: XChart begins its dashes anew at each value, and where values are near the line would look whole */
    boolean isDense() {
        return look.line() != null && look.line().getDashArray() != null && look.marker() == SeriesMarkers.NONE && x.length > 2;
    }

    /** Draws it in one stroke over a chart that was painted. */
    void paint(Graphics2D graphics, XYChart chart) {
        Path2D path = new Path2D.Double();
        boolean gap = true;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(y[i])) {
                gap = true;
            } else if (gap) {
                path.moveTo(chart.getScreenXFromChart(x[i]), chart.getScreenYFromChart(y[i]));
                gap = false;
            } else {
                path.lineTo(chart.getScreenXFromChart(x[i]), chart.getScreenYFromChart(y[i]));
            }
        }
        graphics.setColor(look.color());
        graphics.setStroke(look.line());
        graphics.draw(path);
    }
}
