package facet.report.chart;

import facet.train.diagnosis.EpochHealth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What shows why a training learns or does not, by epoch: active triplets, distances, and the norms of embeddings and gradient, a panel each. */
public final class DiagnosisChart implements Drawable {

    private static final double LOGARITHMIC = 100; // the largest value by the smallest, from which an axis is logarithmic

    private final String title;
    private final Map<String, List<EpochHealth>> runs = new LinkedHashMap<>();

    private DiagnosisChart(String title) {
        this.title = title;
    }

    /** @return a chart without runs */
    public static DiagnosisChart of(String title) {
        return new DiagnosisChart(title);
    }

    /** Adds what the epochs of a run showed, under the name that the legend shows; 0 across is the first batch. */
    public DiagnosisChart run(String label, List<EpochHealth> health) {
        runs.put(label, health);
        return this;
    }

    /**
     * Draws the panels, each with its own axis, which is logarithmic where its values differ by a factor of a hundred. A value that is 0 there, NaN or infinite is a gap.
     *
     * @throws IllegalArgumentException where no run has an epoch
     */
    @Override
    public Figure figure() {
        if (runs.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("None of the runs has kept health.csv. Train one anew: it is then written.");
        }
        Legend legend = new Legend();
        if (runs.size() > 1) { // one run needs no name beside the title
            looks().forEach((label, look) -> legend.add(label, look.dashed(0)));
        }
        List<Line> distances = new ArrayList<>(lines(0, EpochHealth::positive));
        distances.addAll(lines(1, EpochHealth::negative));
        return PanelGrid.of(title).figure(List.of(share("Active triplets", lines(0, EpochHealth::active)),
                plot("Mean d(A, P) and, dashed, d(A, N)", "Euclidean distance", distances),
                plot("Norm of the embeddings", "mean Euclidean norm", lines(0, EpochHealth::norm)),
                plot("Norm of the gradient", "mean over the steps", lines(0, EpochHealth::gradient))), legend);
    }

    private record Line(String label, double[] epochs, double[] values, Look look) { }

    private List<Line> lines(int dash, ToDoubleFunction<EpochHealth> value) {
        Map<String, Look> looks = looks();
        return runs.entrySet().stream().map(run -> new Line(run.getKey(), run.getValue().stream().mapToDouble(EpochHealth::epoch).toArray(),
                run.getValue().stream().mapToDouble(value).map(each -> Double.isFinite(each) ? each : Double.NaN).toArray(), looks.get(run.getKey()).dashed(dash))).toList();
    }

    private Map<String, Look> looks() {
        return runs.size() == 1 ? Map.of(runs.keySet().iterator().next(), Look.of(0, 0)) : Looks.of(runs.keySet());
    }

    private XyPlot share(String heading, List<Line> lines) {
        return add(plot(heading, "share of the training triplets", -0.02, 1.02, lines), lines);
    }

    private XyPlot plot(String heading, String axis, List<Line> lines) {
        double[] positive = values(lines).filter(value -> value > 0).sorted().toArray();
        if (positive.length == 0) {
            return add(plot(heading, axis, -0.02, 1, lines), lines);
        }
        double most = positive[positive.length - 1];
        if (most <= LOGARITHMIC * positive[0]) {
            return add(plot(heading, axis, -0.02 * most, 1.06 * most, lines), lines);
        }
        List<Line> logarithms = lines.stream().map(line -> new Line(line.label, line.epochs, StepChart.logarithms(line.values), line.look)).toList();
        double pad = 0.05 * Math.log10(most / positive[0]); // a marker at the end of the range is whole
        double bottom = Math.log10(positive[0]) - pad;
        XyPlot plot = plot(heading, axis + " (logarithmic)", bottom, Math.log10(most) + pad, logarithms);
        // XChart draws no tick at all where both ends of the axis have the same name.
        plot.style().setYAxisTickLabelsFormattingFunction(value -> value == bottom ? "" : StepChart.power(value));
        plot.text().numbers(FigureText::ofLogarithm);
        return add(plot, logarithms);
    }

    private XyPlot plot(String heading, String axis, double bottom, double top, List<Line> lines) {
        double last = lines.stream().flatMapToDouble(line -> Arrays.stream(line.epochs)).max().orElseThrow();
        double side = Math.max(0.25, last * 0.03);
        XyPlot plot = new XyPlot(heading, "epoch", axis, -side, last + side, bottom, top);
        plot.style().setXAxisDecimalPattern("0");
        return plot;
    }

    private static XyPlot add(XyPlot plot, List<Line> lines) {
        lines.stream().filter(line -> Arrays.stream(line.values).anyMatch(value -> !Double.isNaN(value))).forEach(line -> plot.add(line.label, line.epochs, line.values, line.look));
        return plot;
    }

    private static DoubleStream values(List<Line> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.values));
    }
}
