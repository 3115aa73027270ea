package facet.report.chart;

import facet.eval.Interval;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** An XChart in the house style, with labelled horizontal reference lines whose labels stand right of the plot. */
final class XyPlot {

    static final int MARKER = 9;
    private static final int HEAD = 26;
    private static final int LINE = 19; // of a title

    private final String title;
    private final XYChart chart;
    private final List<Reference> references = new ArrayList<>();
    private final List<PlotLine> lines = new ArrayList<>();
    private final FigureText text;
    private AxisNames names = new AxisNames(List.of());
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /** Makes an empty plot of the range left..right by bottom..top. */
    XyPlot(String title, String xTitle, String yTitle, double left, double right, double bottom, double top) {
        this.title = title;
        this.left = left;
        this.right = right;
        this.bottom = bottom;
        this.top = top;
        text = new FigureText(title, xTitle, yTitle);
        chart = HouseStyle.chart(xTitle, yTitle, left, right, bottom, top);
        // XChart ticks only the value itself where all data have one: two unseen corners keep the whole axes.
        draw("corners", new double[] {left, right}, new double[] {bottom, top}, new Look(Palette.BACKGROUND, SeriesMarkers.NONE, null));
    }

    /** Adds values; NaN leaves a gap. */
    void add(String name, double[] x, double[] y, Look look) {
        PlotLine line = new PlotLine(name, x, y, look);
        lines.add(line);
        text.add(line);
        if (!line.isDense()) {
            draw(name, x, y, look);
        }
    }

    private void draw(String name, double[] x, double[] y, Look look) {
        // XChart refuses a name twice, and two series may well be called alike.
        XYSeries series = chart.addSeries(chart.getSeriesCollection().size() + " " + name, x, y);
        series.setMarker(look.marker()).setMarkerColor(look.color());
        series.setLineColor(look.color()).setLineStyle(look.line() == null ? SeriesLines.NONE : look.line());
    }

    /** Adds a value at a place across, with its interval up and down. */
    void add(String name, double x, double value, Interval interval, Look look) {
        draw(name, new double[] {x, x}, new double[] {interval.low(), interval.high()}, look.plain());
        draw(name, new double[] {x}, new double[] {value}, look.points());
        text.add(name, x, value, interval);
    }

    /** Adds a value at a height, with its interval left and right and its name right of the plot. */
    void row(String name, double y, double value, Interval interval, Look look) {
        references.add(new Reference(name, y));
        draw(name, new double[] {interval.low(), interval.high()}, new double[] {y, y}, look.plain());
        draw(name, new double[] {value}, new double[] {y}, look.points());
        text.add(name, -1, value, interval);
    }

    /** Adds a vertical line over the whole height that only guides the eye. */
    void upright(String name, double x) {
        draw(name, new double[] {x, x}, new double[] {bottom, top}, Look.guide(5, 4));
    }

    /** Adds a horizontal line over the whole width; added before the values, it lies beneath them. */
    void add(Reference reference) {
        references.add(reference);
        text.add(reference);
        draw(reference.label(), new double[] {left, right}, new double[] {reference.value(), reference.value()}, Look.guide(5, 4));
    }

    /** Writes a text in the middle of a place. */
    void note(String text, double x, double y) {
        chart.addAnnotation(new AnnotationText(text, x, y, false));
    }

    /** @return the plot's own settings, for what a kind of chart needs beside the house style */
    XYStyler style() {
        return chart.getStyler();
    }

    /** Puts names below the x axis, at 0, 1, 2 and on, instead of its ticks. */
    void names(List<String> below) {
        names = new AxisNames(below);
        text.names(below);
        style().setXAxisTicksVisible(false).setXAxisTitleVisible(false).setPlotGridVerticalLinesVisible(false);
    }

    /** @return what was added by {@link #add(String, double[], double[], Look)} */
    List<PlotLine> lines() {
        return lines;
    }

    List<Reference> references() {
        return references;
    }

    /** @return what it shows, in words, which may still be changed */
    FigureText text() {
        return text;
    }

    /** @return how far a value of x lies left of the right side, as a part of the width */
    double fromRight(double x) {
        return (right - x) / (right - left);
    }

    /** @return how far a value of y lies above the lower side, as a part of the height */
    double up(double y) {
        return (y - bottom) / (top - bottom);
    }

    /** @return the width that its reference labels need, 0 without any */
    int labels() {
        return references.stream().mapToInt(reference -> Lettering.width(Lettering.TEXT, reference.label()) + 8).max().orElse(0);
    }

    /** Draws all of it into a rectangle of the graphics, with a strip on the right for the reference labels. */
    void paint(Graphics2D graphics, Rectangle area, int strip) {
        paint(graphics, area, strip, new LineEnds(List.of()));
    }

    /** Draws all of it, with the names of lines in the strip, too. */
    void paint(Graphics2D graphics, Rectangle area, int strip, LineEnds ends) {
        Graphics2D own = (Graphics2D) graphics.create(area.x, area.y, area.width, area.height);
        // Drawn here, not by XChart, whose plot moves with the title's descenders: panels side by side would not align.
        List<String> titles = Lettering.lines(Lettering.TITLE, title, area.width - 24);
        for (int i = 0; i < titles.size(); i++) {
            Lettering.title(own, Lettering.TITLE, titles.get(i), area.width, 12, 21 + i * LINE);
        }
        int head = HEAD + (titles.size() - 1) * LINE;
        own.translate(0, head);
        int height = area.height - head - names.height();
        int width = area.width;
        chart.getStyler().setAxisTitleFont(Lettering.fit(Lettering.TEXT, chart.getYAxisTitle(), height - 36));
        chart.paint(own, width - strip, height);
        own.setClip(0, 0, width, area.height);
        names.paint(own, chart, height + 8, width - strip - 60);
        lines.stream().filter(PlotLine::isDense).forEach(line -> line.paint(own, chart));
        ends.paint(own, chart, width - strip, references);
        own.dispose();
    }
}
