package facet.report.chart;

import facet.eval.Statistics;
import facet.eval.Verification;
import facet.report.IntervalText;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a threshold on the distance decides, and how often wrongly. */
public final class Thresholds {

    private static final int POINTS = 201;

    private Thresholds() { }

    /** @return both kinds of error by threshold, with the one that was chosen */
    public static BufferedImage chart(String title, Verification pairs, double chosen) {
        double last = Stream.concat(pairs.same().stream(), pairs.different().stream()).mapToDouble(d -> d).max().orElse(1) * 1.02;
        double[] thresholds = IntStream.range(0, POINTS).mapToDouble(i -> i * last / (POINTS - 1)).toArray();
        XyPlot plot = new XyPlot(title, "threshold on the distance, Euclidean", "error rate", -0.01 * last, last, -0.02, 1.02);
        Legend legend = new Legend();
        line(plot, legend, "false accept rate: strangers taken for one person", thresholds, pairs::falseAcceptRate, 1);
        line(plot, legend, "false reject rate: one person taken for two", thresholds, pairs::falseRejectRate, 0);
        String name = String.format(Locale.ROOT, "chosen: %.2f", chosen);
        plot.add(name, new double[] {chosen, chosen}, new double[] {-0.02, 1.02}, Look.guide(5, 4));
        legend.add(name, Look.guide(5, 4));
        return new Figure(plot, legend).image(760, 400);
    }

    private static void line(XyPlot plot, Legend legend, String name, double[] thresholds, DoubleUnaryOperator share, int hue) {
        Look look = Look.of(hue, hue).plain();
        plot.add(name, thresholds, DoubleStream.of(thresholds).map(share).toArray(), look);
        legend.add(name, look);
    }

    /** @return a row a set: of its pairs of strangers and of one person, how many a threshold gets wrong, and both error rates with their 95 % intervals */
    public static Table table(double threshold, Map<String, Verification> sets) {
        StringColumn set = StringColumn.create("set");
        IntColumn strangers = IntColumn.create("pairs of strangers");
        IntColumn accepted = IntColumn.create("false accepts");
        StringColumn acceptedShare = StringColumn.create("false accept rate (95 %)");
        IntColumn same = IntColumn.create("pairs of one person");
        IntColumn rejected = IntColumn.create("false rejects");
        StringColumn rejectedShare = StringColumn.create("false reject rate (95 %)");
        sets.forEach((name, pairs) -> {
            set.append(name);
            strangers.append(pairs.different().size());
            accepted.append(pairs.falseAccepts(threshold));
            acceptedShare.append(share(pairs.falseAccepts(threshold), pairs.different().size()));
            same.append(pairs.same().size());
            rejected.append(pairs.falseRejects(threshold));
            rejectedShare.append(share(pairs.falseRejects(threshold), pairs.same().size()));
        });
        return Table.create(String.format(Locale.ROOT, "Wrong answers at the threshold %.2f", threshold),
                set, strangers, accepted, acceptedShare, same, rejected, rejectedShare);
    }

    private static String share(int wrong, int pairs) {
        return String.format(Locale.ROOT, "%.3f (%s)", (double) wrong / pairs, IntervalText.share(Statistics.wilson(wrong, pairs)));
    }
}
