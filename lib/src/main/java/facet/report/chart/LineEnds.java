package facet.report.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/**
 * Names of lines beside their ends, which the eye finds sooner than a legend's.
 *
 * @param ends one for each line
 */
record LineEnds(List<End> ends) {

    /** The height of a name in pixels. */
    static final int ROW = 16;

    private static final int MOST = 4;
    private static final int AXIS = 60; // pixels of a plot's height that its x axis takes
    private static final double NEAR = 0.08; // of the width: a line that ends further left has its name in the legend
    private static final int SIDES = 70; // pixels of a plot's width that its y axis takes
    private static final int GAP = 10; // between the name of a line that ends far left and the line

    /**
     * Where a line ends, or lies.
     *
     * @param across in the unit of the x axis, where its name stands inside the plot; NaN where it stands right of it
     * @param value in the unit of the y axis
     */
    record End(String label, Look look, double across, double value) {

        boolean isInside() {
            return !Double.isNaN(across);
        }
    }

    /**
     * @return the names; empty where there are more than four, where one is too long or would move by more than its height, and, unless the plot is crowded
     *     ({@link XyPlot#crowd}), where a line ends far left
     */
    static Optional<LineEnds> of(XyPlot plot, Legend legend, int width, int height) {
        List<End> ends = new ArrayList<>();
        for (Map.Entry<String, Look> entry : legend.entries().entrySet()) {
            List<PlotLine> lines = plot.lines().stream().filter(line -> line.name().equals(entry.getKey())).toList();
            if (entry.getValue().line() == null || lines.size() != 1 || lines.get(0).last() < 0) {
                return Optional.empty();
            }
            PlotLine line = lines.get(0);
            double across = line.x()[line.last()];
            int name = Lettering.width(Lettering.TEXT, entry.getKey());
            boolean inside = plot.isCrowded() && plot.range().fromRight(across) * (width - SIDES) > name + Legend.MARK + 2 * GAP;
            if (!inside && (name > width * (plot.isCrowded() ? 0.4 : 1 / 3.0) || !plot.isCrowded() && plot.range().fromRight(across) > NEAR)) {
                return Optional.empty();
            }
            ends.add(new End(entry.getKey(), entry.getValue(), inside ? across : Double.NaN, line.y()[line.last()]));
        }
        LineEnds names = new LineEnds(List.copyOf(ends));
        return ends.isEmpty() || ends.size() > MOST || names.moved(plot, height - AXIS) > ROW ? Optional.empty() : Optional.of(names);
    }

    /** @return the names, and those of reference lines, from top to bottom */
    List<End> with(List<Reference> references) {
        return Stream.concat(ends.stream(), references.stream().map(line -> new End(line.label(), Look.guide(), Double.NaN, line.value())))
                .sorted(Comparator.comparingDouble(End::value).reversed()).toList();
    }

    /** @return how far the name that moves most stands below its line, in pixels, where none covers another */
    private double moved(XyPlot plot, int height) {
        double next = Double.NEGATIVE_INFINITY;
        double most = 0;
        for (End end : with(plot.references())) {
            double own = (1 - plot.range().up(end.value())) * height;
            next = Math.max(own, next) + ROW;
            most = Math.max(most, next - ROW - own);
        }
        return most;
    }

    /** Names the reference lines and the ends of lines from x on, beside a chart that was painted. */
    void paint(Graphics2D graphics, XYChart chart, int x, List<Reference> references) {
        graphics.setFont(Lettering.TEXT);
        double next = 0;
        for (End end : with(references)) {
            // Two lines that lie close together: the lower one's label moves down, none is hidden.
            double middle = Math.max(chart.getScreenYFromChart(end.value()), next);
            if (ends.contains(end)) {
                int left = end.isInside() ? (int) chart.getScreenXFromChart(end.across()) + GAP : x + 4;
                if (end.isInside()) { // points may lie there
                    graphics.setColor(Palette.BACKGROUND);
                    graphics.fillRect(left - 2, (int) middle - ROW / 2, Legend.MARK + Lettering.width(Lettering.TEXT, end.label()) + 4, ROW);
                }
                Legend.mark(graphics, end.label(), end.look(), left, (float) middle);
            } else {
                graphics.setColor(Palette.FAINT);
                graphics.drawString(end.label(), x, (float) middle + 5);
            }
            next = middle + ROW;
        }
    }

    /** @return the width that the names and the plot's own labels need */
    int strip(XyPlot plot) {
        return Math.max(plot.labels(), ends.stream().filter(end -> !end.isInside()).mapToInt(end -> Legend.MARK + 12 + Lettering.width(Lettering.TEXT, end.label())).max().orElse(0));
    }
}
