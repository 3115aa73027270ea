package facet.report.chart;

import java.awt.BasicStroke;
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

    private static final float EDGE = 1.5f;

    /** @return the place of the last value that is not NaN; -1 where there is none */
    int last() {
        int i = y.length - 1;
        while (i >= 0 && !Double.isFinite(y[i])) {
            i--;
        }
        return i;
    }

    /** @return whether it is a line of many values without markers: XChart begins its dashes anew at each value, and where values are near the line would look whole */
    boolean isCurve() {
        return look.line() != null && look.marker() == SeriesMarkers.NONE && x.length > 2;
    }

    /** Draws it in one stroke over a chart that was painted; on a white edge it stands out of what lies beneath. */
    void paint(Graphics2D graphics, XYChart chart, boolean edged) {
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
        if (edged) {
            graphics.setColor(Palette.BACKGROUND);
            graphics.setStroke(new BasicStroke(look.line().getLineWidth() + 2 * EDGE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
        }
        graphics.setColor(look.color());
        graphics.setStroke(look.line());
        graphics.draw(path);
    }
}
