package facet.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bars side by side, a panel for each thing that is compared, each bar with its value and its range. */
public final class BarPanels {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 340;
    private static final int TOP = 40;
    private static final int BAR = 42;
    private static final float RANGE = 2;

    private BarPanels() { }

    /**
     * What is compared in a panel.
     *
     * @param title such as training step
     * @param axis with the unit
     * @param bars from left to right
     */
    public record Panel(String title, String axis, List<Bar> bars) { }

    /**
     * A bar from 0 to a value.
     *
     * @param name below it, in two lines where it is too wide
     * @param value its height
     * @param low the range's lower end
     * @param high its upper end
     */
    public record Bar(String name, double value, double low, double high) { }

    /** @return the panels in a row */
    public static BufferedImage image(String title, List<Panel> panels) {
        int width = panels.size() * WIDTH;
        return Picture.of(width, TOP + HEIGHT, graphics -> {
            graphics.setFont(Picture.fit(Picture.TITLE.deriveFont(17f), title, width - 32));
            graphics.drawString(title, (width - graphics.getFontMetrics().stringWidth(title)) / 2, 27);
            for (int i = 0; i < panels.size(); i++) {
                paint(graphics, panels.get(i), new Rectangle(i * WIDTH, TOP, WIDTH, HEIGHT));
            }
        });
    }

    private static void paint(Graphics2D graphics, Panel panel, Rectangle area) {
        List<Bar> bars = panel.bars();
        double top = 1.15 * bars.stream().mapToDouble(Bar::high).max().orElse(1);
        XyPlot plot = new XyPlot(panel.title(), "", panel.axis(), -0.6, bars.size() - 0.4, 0, top);
        plot.names(bars.stream().map(Bar::name).toList());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Look look = Look.of(i, 0);
            line(plot, i, 0, bar.value(), new Look(look.color(), SeriesMarkers.NONE, stroke(BAR)));
            line(plot, i, bar.low(), bar.high(), new Look(Look.INK, SeriesMarkers.NONE, stroke(RANGE)));
            plot.note(digits(bar.value()), i, bar.high() + 0.05 * top);
        }
        plot.paint(graphics, area, 0);
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
