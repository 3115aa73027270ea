package facet.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Names of lines beside their ends, which the eye finds sooner than a legend's.
 *
 * @param ends one for each line, from top to bottom
 */
record LineEnds(List<End> ends) {

    private static final int MOST = 4;
    private static final int APART = 17; // pixels between two names
    private static final int AXIS = 60; // pixels of a plot's height that its x axis takes
    private static final double NEAR = 0.08; // of the width: a line that ends further left has its name in the legend

    /** Where a line ends, in the axes' units. */
    record End(String label, Look look, double value) { }

    /** @return the names; empty where there are more than four, where two would overlap, where one is too long or where a line ends far from the right side */
    static Optional<LineEnds> of(XyPlot plot, Legend legend, int width, int height) {
        List<End> ends = new ArrayList<>();
        for (Map.Entry<String, Look> entry : legend.entries().entrySet()) {
            List<XyPlot.Line> lines = plot.lines().stream().filter(line -> line.name().equals(entry.getKey())).toList();
            if (entry.getValue().line() == null || lines.size() != 1 || lines.get(0).last() < 0 || plot.fromRight(lines.get(0).x()[lines.get(0).last()]) > NEAR
                    || Lettering.width(Lettering.TEXT, entry.getKey()) > width / 3) {
                return Optional.empty();
            }
            ends.add(new End(entry.getKey(), entry.getValue(), lines.get(0).y()[lines.get(0).last()]));
        }
        ends.sort(Comparator.comparingDouble(End::value).reversed());
        double[] up = DoubleStream.concat(ends.stream().mapToDouble(End::value), plot.references().stream().mapToDouble(Reference::value))
                .map(value -> plot.up(value) * (height - AXIS)).sorted().toArray();
        boolean apart = true;
        for (int i = 1; i < up.length; i++) {
            apart &= up[i] - up[i - 1] >= APART;
        }
        return ends.isEmpty() || ends.size() > MOST || !apart ? Optional.empty() : Optional.of(new LineEnds(List.copyOf(ends)));
    }

    /** @return the width that the names and the plot's own labels need */
    int strip(XyPlot plot) {
        return Math.max(plot.labels(), Legend.MARK + 8 + ends.stream().mapToInt(end -> Lettering.width(Lettering.TEXT, end.label())).max().orElse(0));
    }
}
