package facet.report.chart;

import facet.eval.verification.EqualErrorRate;
import facet.eval.verification.RocCurve;
import facet.report.Numbers;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The detection error trade-off (DET): false accepts across, false rejects up, on axes of normal deviates. Distances that are normally distributed make a straight
 * line, and small rates have room. Source: A. Martin and others, The DET curve in assessment of detection task performance, Eurospeech 1997, 1895-1898.
 */
public final class DetChart implements Drawable {

    private static final int SIDE = Figure.WIDTH;
    private static final int LEFT = 66;
    private static final int TOP = 30;
    private static final int BELOW = 60;
    private static final double[] TICKS = {0.001, 0.01, 0.05, 0.1, 0.2, 0.4};
    private static final double LEAST = 0.001;
    private static final double MOST = 0.5;
    private static final double BEYOND = 0.3; // in deviates: what lies outside leaves the frame, and is not drawn along its edge
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final String title;
    private final Map<String, RocCurve> curves = new LinkedHashMap<>();

    private DetChart(String title) {
        this.title = title;
    }

    /** @return an empty chart */
    public static DetChart of(String title) {
        return new DetChart(title);
    }

    /** Adds a curve under the name that the legend shows, with a marker at its equal error rate. */
    public DetChart curve(String name, RocCurve curve) {
        curves.put(name, curve);
        return this;
    }

    @Override
    public Figure figure() {
        XYChart chart = new XYChartBuilder().theme(ChartTheme.XChart).build();
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false).setChartTitleVisible(false).setChartBackgroundColor(Palette.BACKGROUND).setPlotBorderVisible(true);
        style.setPlotContentSize(1).setChartPadding(8);
        style.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false).setPlotTicksMarksVisible(false);
        style.setXAxisMin(deviate(LEAST)).setXAxisMax(deviate(MOST)).setYAxisMin(deviate(LEAST)).setYAxisMax(deviate(MOST));
        for (double tick : TICKS) {
            double[] whole = {deviate(LEAST), deviate(MOST)};
            double[] at = {deviate(tick), deviate(tick)};
            add(chart, whole, at, new Look(Palette.GRID, SeriesMarkers.NONE, new BasicStroke(1)));
            add(chart, at, whole, new Look(Palette.GRID, SeriesMarkers.NONE, new BasicStroke(1)));
        }
        Legend legend = new Legend();
        add(chart, new double[] {deviate(LEAST), deviate(MOST)}, new double[] {deviate(LEAST), deviate(MOST)}, Look.guide(5, 4));
        legend.add("both rates equal", Look.guide(5, 4));
        Map<String, Look> looks = Looks.of(curves.keySet());
        StringJoiner text = new StringJoiner("; ", "Detection error trade-off: " + title + ". ", ".");
        for (Map.Entry<String, RocCurve> named : curves.entrySet()) {
            RocCurve curve = named.getValue();
            Look look = looks.get(named.getKey());
            add(chart, IntStream.range(0, curve.points()).mapToDouble(i -> deviate(curve.far(i))).toArray(),
                    IntStream.range(0, curve.points()).mapToDouble(i -> deviate(curve.frr(i))).toArray(), look.plain());
            double equal = EqualErrorRate.of(curve);
            add(chart, new double[] {deviate(equal)}, new double[] {deviate(equal)}, look.points());
            String entry = String.format(Locale.ROOT, "%s: equal error rate %.1f %%", named.getKey(), 100 * equal);
            legend.add(entry, look);
            text.add(entry);
        }
        int below = BELOW + legend.height(SIDE - 40);
        return new Figure(text.toString(), SIDE, SIDE + below - BELOW, false, (graphics, width, height) -> {
            paint(graphics, chart);
            legend.paint(graphics, 20, SIDE + 4, SIDE - 40);
        });
    }

    private void paint(Graphics2D graphics, XYChart chart) {
        Lettering.title(graphics, Lettering.TITLE, title, SIDE, 12, 21);
        Graphics2D plot = (Graphics2D) graphics.create(LEFT, TOP, SIDE - LEFT, SIDE - TOP - BELOW);
        chart.paint(plot, SIDE - LEFT - 8, SIDE - TOP - BELOW);
        plot.dispose();
        graphics.setFont(Lettering.TEXT);
        graphics.setColor(Palette.INK);
        for (double tick : TICKS) {
            String label = Numbers.plain(100 * tick) + " %";
            int width = Lettering.width(Lettering.TEXT, label);
            graphics.drawString(label, (float) (LEFT + chart.getScreenXFromChart(deviate(tick)) - width / 2.0), SIDE - BELOW + 12f);
            graphics.drawString(label, (float) (LEFT + 2 - width), (float) (TOP + chart.getScreenYFromChart(deviate(tick)) + 5));
        }
        String across = "false accept rate: strangers taken for one person";
        graphics.drawString(across, LEFT + (SIDE - LEFT - Lettering.width(Lettering.TEXT, across)) / 2, SIDE - BELOW + 36);
        String up = "false reject rate: one person taken for two";
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2);
        turned.drawString(up, -(SIDE - BELOW + TOP + Lettering.width(Lettering.TEXT, up)) / 2, 16);
        turned.dispose();
    }

    private static void add(XYChart chart, double[] x, double[] y, Look look) {
        XYSeries series = chart.addSeries("" + chart.getSeriesCollection().size(), x, y); // XChart refuses a name twice
        series.setMarker(look.marker()).setMarkerColor(look.color());
        series.setLineColor(look.color()).setLineStyle(look.line() == null ? SeriesLines.NONE : look.line());
    }

    /** The normal deviate of a rate; a little beyond the axis for one that lies outside. */
    private static double deviate(double rate) {
        double least = NORMAL.inverseCumulativeProbability(LEAST);
        double most = NORMAL.inverseCumulativeProbability(MOST);
        return Math.max(least - BEYOND, Math.min(most + BEYOND, rate <= 0 ? least - BEYOND : rate >= 1 ? most + BEYOND : NORMAL.inverseCumulativeProbability(rate)));
    }
}
