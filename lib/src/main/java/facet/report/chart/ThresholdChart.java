package facet.report.chart;

import facet.eval.Verification;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Both kinds of a verification's errors by threshold on the distance. */
public final class ThresholdChart implements Drawable {

    private static final int POINTS = 201;
    private static final double BOTTOM = -0.02;
    private static final double TOP = 1.02;

    private final String title;
    private Verification pairs;
    private double chosen = Double.NaN;

    private ThresholdChart(String title) {
        this.title = title;
    }

    /** @return a chart without pairs */
    public static ThresholdChart of(String title) {
        return new ThresholdChart(title);
    }

    /** Sets the pairs whose errors are counted. */
    public ThresholdChart pairs(Verification verification) {
        pairs = verification;
        return this;
    }

    /** Marks the threshold that was chosen; none without it. */
    public ThresholdChart chosen(double threshold) {
        chosen = threshold;
        return this;
    }

    /** @throws IllegalArgumentException where there are no pairs */
    @Override
    public Figure figure() {
        if (pairs == null) {
            throw new IllegalArgumentException("There are no pairs to show: set them with pairs(...).");
        }
        double last = Stream.concat(pairs.same().stream(), pairs.different().stream()).mapToDouble(d -> d).max().orElse(1) * 1.02;
        double[] thresholds = IntStream.range(0, POINTS).mapToDouble(i -> i * last / (POINTS - 1)).toArray();
        XyPlot plot = new XyPlot(title, "threshold on the distance, Euclidean", "error rate", -0.01 * last, last, BOTTOM, TOP);
        Legend legend = new Legend();
        line(plot, legend, "false accept rate: strangers taken for one person", thresholds, pairs::falseAcceptRate, 1);
        line(plot, legend, "false reject rate: one person taken for two", thresholds, pairs::falseRejectRate, 0);
        if (!Double.isNaN(chosen)) {
            String name = String.format(Locale.ROOT, "chosen: %.2f", chosen);
            plot.add(name, new double[] {chosen, chosen}, new double[] {BOTTOM, TOP}, Look.guide(5, 4));
            legend.add(name, Look.guide(5, 4));
        }
        return new Figure(plot, legend);
    }

    private static void line(XyPlot plot, Legend legend, String name, double[] thresholds, DoubleUnaryOperator rate, int number) {
        Look look = Look.setting(number).plain();
        plot.add(name, thresholds, DoubleStream.of(thresholds).map(rate).toArray(), look);
        legend.add(name, look);
    }
}
