package facet.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An XChart in the house style, with labelled horizontal reference lines whose labels stand right of the plot. */
final class XyPlot {

    static final int MARKER = 9;
    private static final int LABEL = 16;
    private static final int HEAD = 26;

    private final String title;
    private final XYChart chart;
    private final List<Reference> references = new ArrayList<>();
    private AxisNames names = new AxisNames(List.of());
    private final double left;
    private final double right;

    /** Makes an empty plot of the range left..right by bottom..top. */
    XyPlot(String title, String xTitle, String yTitle, double left, double right, double bottom, double top) {
        this.title = title;
        this.left = left;
        this.right = right;
        chart = new XYChartBuilder().theme(ChartTheme.XChart).xAxisTitle(xTitle).yAxisTitle(yTitle).build();
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false).setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setChartFontColor(Look.INK);
        style.setPlotContentSize(1).setMarkerSize(MARKER).setChartTitleVisible(false).setChartPadding(8).setLocale(Locale.ROOT);
        style.setPlotGridLinesColor(new Color(0xDDDDDD)).setAxisTickLabelsFont(Picture.TEXT).setAxisTickLabelsColor(Look.INK);
        style.setAxisTickMarksColor(Look.FAINT);
        style.setXAxisMin(left).setXAxisMax(right).setYAxisMin(bottom).setYAxisMax(top);
        style.setXAxisDecimalPattern(decimals(right - left)).setYAxisDecimalPattern(decimals(top - bottom));
        style.setXAxisTickMarkSpacingHint(56).setYAxisTickMarkSpacingHint(44);
        // XChart ticks only the value itself where all data have one: two unseen corners keep the whole axes.
        add("corners", new double[] {left, right}, new double[] {bottom, top}, new Look(Color.WHITE, SeriesMarkers.NONE, null));
    }

    /** Adds values; NaN leaves a gap. */
    void add(String name, double[] x, double[] y, Look look) {
        // XChart refuses a name twice, and two series may well be called alike.
        XYSeries series = chart.addSeries(chart.getSeriesCollection().size() + " " + name, x, y);
        series.setMarker(look.marker()).setMarkerColor(look.color());
        series.setLineColor(look.color()).setLineStyle(look.line() == null ? SeriesLines.NONE : look.line());
    }

    /** Adds a horizontal line over the whole width; added before the values, it lies beneath them. */
    void add(Reference reference) {
        references.add(reference);
        add(reference.label(), new double[] {left, right}, new double[] {reference.value(), reference.value()}, Look.guide(5, 4));
    }

    /** Writes a text in the middle of a place. */
    void note(String text, double x, double y) {
        style().setAnnotationTextFont(Picture.TEXT).setAnnotationTextFontColor(Look.INK);
        chart.addAnnotation(new AnnotationText(text, x, y, false));
    }

    /** @return the plot's own settings, for what a kind of chart needs beside the house style */
    XYStyler style() {
        return chart.getStyler();
    }

    /** Puts names below the x axis, at 0, 1, 2 and on, instead of its ticks. */
    void names(List<String> below) {
        names = new AxisNames(below);
        style().setXAxisTicksVisible(false).setXAxisTitleVisible(false).setPlotGridVerticalLinesVisible(false);
    }

    /** @return the width that its reference labels need, 0 without any */
    int labels() {
        return references.stream().mapToInt(reference -> Picture.width(Picture.TEXT, reference.label()) + 8).max().orElse(0);
    }

    /** Draws all of it into a rectangle of the graphics, with a strip on the right for the reference labels. */
    void paint(Graphics2D graphics, Rectangle area, int strip) {
        Graphics2D own = (Graphics2D) graphics.create(area.x, area.y, area.width, area.height);
        // Drawn here, not by XChart, whose plot moves with the title's descenders: panels side by side would not align.
        own.setFont(Picture.fit(Picture.TITLE, title, area.width - 24));
        own.drawString(title, (area.width - own.getFontMetrics().stringWidth(title)) / 2, 21);
        own.translate(0, HEAD);
        int height = area.height - HEAD - names.height();
        int width = area.width;
        chart.getStyler().setAxisTitleFont(Picture.fit(Picture.TEXT, chart.getYAxisTitle(), height - 36));
        chart.paint(own, width - strip, height);
        own.setClip(0, 0, width, area.height);
        names.paint(own, chart, height + 8, width - strip - 60);
        own.setFont(Picture.TEXT);
        own.setColor(Look.FAINT);
        double next = 0;
        for (Reference reference : references.stream().sorted(Comparator.comparingDouble(Reference::value).reversed()).toList()) {
            // Two lines that lie close together: the lower one's label moves down, none is hidden.
            double middle = Math.max(chart.getScreenYFromChart(reference.value()), next);
            own.drawString(reference.label(), width - strip, (float) middle + 5);
            next = middle + LABEL;
        }
        own.dispose();
    }

    /** As many decimals as some seven ticks over the span need, and the same for each. */
    private static String decimals(double span) {
        return span >= 0.55 ? "0.0" : span >= 0.055 ? "0.00" : "0.000";
    }
}
