package facet.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private final XYChart chart;
    private final List<Reference> references = new ArrayList<>();
    private final double left;
    private final double right;

    /** Makes an empty plot of the range left..right by bottom..top. */
    XyPlot(String title, String xTitle, String yTitle, double left, double right, double bottom, double top) {
        this.left = left;
        this.right = right;
        chart = new XYChartBuilder().theme(ChartTheme.XChart).title(title).xAxisTitle(xTitle).yAxisTitle(yTitle).build();
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false).setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setChartFontColor(Look.INK);
        style.setPlotContentSize(1).setMarkerSize(MARKER).setChartTitleBoxVisible(false).setChartPadding(8).setAntiAlias(true);
        style.setPlotGridLinesColor(new Color(0xDDDDDD)).setAxisTickLabelsFont(Picture.TEXT).setAxisTickLabelsColor(Look.INK);
        style.setAxisTitleFont(Picture.TEXT.deriveFont(Font.PLAIN, 13)).setAxisTickMarksColor(Look.FAINT);
        style.setXAxisMin(left).setXAxisMax(right).setYAxisMin(bottom).setYAxisMax(top);
        style.setXAxisTickMarkSpacingHint(56).setYAxisTickMarkSpacingHint(44);
    }

    /** Adds values; NaN leaves a gap. */
    void add(String name, double[] x, double[] y, Look look) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(look.marker()).setMarkerColor(look.color());
        series.setLineColor(look.color()).setLineStyle(look.line() == null ? SeriesLines.NONE : look.line());
    }

    /** Adds a horizontal line over the whole width; added before the values, it lies beneath them. */
    void add(Reference reference) {
        references.add(reference);
        add(reference.label() + " " + references.size(), new double[] {left, right}, new double[] {reference.value(), reference.value()},
                Look.guide(5, 4));
    }

    XYStyler style() {
        return chart.getStyler();
    }

    /** Draws all of it into a rectangle of the graphics. */
    void paint(Graphics2D graphics, int x, int y, int width, int height) {
        int strip = references.stream().mapToInt(reference -> Picture.width(Picture.TEXT, reference.label()) + 8).max().orElse(0);
        chart.getStyler().setChartTitleFont(Picture.fit(Picture.TITLE, chart.getTitle(), width - strip - 80));
        Graphics2D own = (Graphics2D) graphics.create(x, y, width, height);
        chart.paint(own, width - strip, height);
        own.setClip(0, 0, width, height);
        own.setFont(Picture.TEXT);
        own.setColor(Look.FAINT);
        double free = 0;
        for (Reference reference : references.stream().sorted(Comparator.comparingDouble(Reference::value).reversed()).toList()) {
            // Two lines that lie close together: the lower one's label moves down, none is hidden.
            double middle = Math.max(chart.getScreenYFromChart(reference.value()), free);
            own.drawString(reference.label(), width - strip, (float) middle + 5);
            free = middle + LABEL;
        }
        own.dispose();
    }
}
