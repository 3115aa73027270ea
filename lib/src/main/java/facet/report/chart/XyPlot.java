package facet.report.chart;

import facet.eval.Interval;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final int LABEL = 16;
    private static final int HEAD = 26;

    private final String title;
    private final XYChart chart;
    private final List<Reference> references = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final FigureText text;
    private AxisNames names = new AxisNames(List.of());
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /** Values that were added, and NaN between them. */
    record Line(String name, double[] x, double[] y, Look look) {

        /** @return the place of the last value that is a number; -1 where there is none */
        int last() {
            int i = y.length - 1;
            while (i >= 0 && !Double.isFinite(y[i])) {
                i--;
            }
            return i;
        }
    }

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
        Line line = new Line(name, x, y, look);
        lines.add(line);
        text.add(line);
        draw(name, x, y, look);
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
    List<Line> lines() {
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
        Lettering.title(own, Lettering.TITLE, title, area.width, 12, 21);
        own.translate(0, HEAD);
        int height = area.height - HEAD - names.height();
        int width = area.width;
        chart.getStyler().setAxisTitleFont(Lettering.fit(Lettering.TEXT, chart.getYAxisTitle(), height - 36));
        chart.paint(own, width - strip, height);
        own.setClip(0, 0, width, area.height);
        names.paint(own, chart, height + 8, width - strip - 60);
        labels(own, width - strip);
        ends.ends().forEach(end -> Legend.mark(own, end.label(), end.look(), width - strip + 4, (float) chart.getScreenYFromChart(end.value())));
        own.dispose();
    }

    /** Names the reference lines right of the plot. */
    private void labels(Graphics2D graphics, int x) {
        graphics.setFont(Lettering.TEXT);
        graphics.setColor(Palette.FAINT);
        double next = 0;
        for (Reference reference : references.stream().sorted(Comparator.comparingDouble(Reference::value).reversed()).toList()) {
            // Two lines that lie close together: the lower one's label moves down, none is hidden.
            double middle = Math.max(chart.getScreenYFromChart(reference.value()), next);
            graphics.drawString(reference.label(), x, (float) middle + 5);
            next = middle + LABEL;
        }
    }
}
