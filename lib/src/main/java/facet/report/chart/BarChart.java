package facet.report.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bars side by side, a panel for each thing that is compared, each bar with its value and its range. */
public final class BarChart implements Drawable {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 340;
    private static final int BAR = 42;
    private static final float RANGE = 2;

    private final String title;
    private final List<XyPlot> panels = new ArrayList<>();

    private BarChart(String title) {
        this.title = title;
    }

    /** @return a chart without panels */
    public static BarChart of(String title) {
        return new BarChart(title);
    }

    /** Adds a panel right of the others: its title, its axis with the unit, and its bars from left to right. */
    public BarChart panel(String heading, String axis, List<Bar> bars) {
        double top = 1.15 * bars.stream().mapToDouble(Bar::high).max().orElse(1);
        XyPlot plot = new XyPlot(heading, "", axis, -0.6, bars.size() - 0.4, 0, top);
        plot.names(bars.stream().map(Bar::name).toList());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            line(plot, i, 0, bar.value(), new Look(Look.of(i, 0).color(), SeriesMarkers.NONE, stroke(BAR)));
            line(plot, i, bar.low(), bar.high(), new Look(Palette.INK, SeriesMarkers.NONE, stroke(RANGE)));
            plot.note(digits(bar.value()), i, bar.high() + 0.05 * top);
        }
        panels.add(plot);
        return this;
    }

    /** Draws the panels in a row. */
    @Override
    public Figure figure() {
        return new PanelGrid(title, panels.size(), WIDTH, HEIGHT).figure(panels, new Legend());
    }

    private static void line(XyPlot plot, double x, double from, double to, Look look) {
        plot.add("bar", new double[] {x, x}, new double[] {from, to}, look);
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    /** Three significant digits. */
    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
