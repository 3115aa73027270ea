package facet.report.chart;

import facet.eval.Interval;
import facet.eval.Statistics;
import facet.eval.reading.Quantity;
import facet.eval.reading.RankedReading;
import facet.eval.reading.Ranking;
import facet.eval.reading.Reading;
import facet.eval.reading.SetOutcome;
import facet.eval.reading.StatedNumber;
import facet.report.table.SharedWords;
import java.awt.BasicStroke;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Shows whether the paper's numbers lie among those of a reading's seeds: a panel for each reading, accuracy across, the logarithm of the loss up, both of the test set. */
public final class ReadingClouds implements Drawable {

    private static final String SET = "test";
    private static final int BEST = 6;
    private static final int WIDTH = 300; // two of them side by side are read on a phone, too
    private static final int HEIGHT = 270;
    private static final Look SEED = Look.of(0, 0).points();
    private static final Look PAPER = new Look(Palette.LINES.get(1), SeriesMarkers.CROSS, new BasicStroke(2));
    private static final Look NOTHING = new Look(Palette.INK, SeriesMarkers.NONE, null);

    private final String title;
    private final List<RankedReading> readings = new ArrayList<>();
    private double rate;
    private double loss;
    private Interval interval;
    private double accuracy;

    private ReadingClouds(String title) {
        this.title = title;
    }

    /** Makes a chart without readings. */
    public static ReadingClouds of(String title) {
        return new ReadingClouds(title);
    }

    /**
     * Adds the best six readings, and others by their names.
     *
     * @throws IllegalArgumentException for a name that none has, or where the ranking has no loss and accuracy of the test set
     */
    public ReadingClouds readings(Ranking ranking, String... named) {
        StatedNumber stated = ranking.numbers().stream().filter(number -> number.set().equals(SET) && number.quantity() == Quantity.LOSS).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The ranking has no loss of the test set. Rank by the learning rate of Table 1."));
        rate = stated.learningRate();
        loss = stated.value();
        accuracy = ranking.stated(rate, SET, Quantity.ACCURACY);
        interval = Statistics.wilson(Math.round(accuracy * stated.triplets()), stated.triplets());
        Stream.concat(ranking.readings().stream().limit(BEST), ranking.named(named).stream()).distinct().forEach(readings::add);
        return this;
    }

    /**
     * Draws it. Seeds that diverged have no point; how many there are stands above their panel.
     *
     * @throws IllegalArgumentException where there is no reading
     */
    @Override
    public Figure figure() {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("There is no reading to show: add those of a ranking with readings(...).");
        }
        double[] across = ends(DoubleStream.of(interval.low(), interval.high()), SetOutcome::accuracy);
        double[] up = ends(DoubleStream.of(log(loss)), outcome -> log(outcome.loss()));
        double[] x = {Math.max(0, Math.floor(across[0] * 10 - 0.2) / 10), Math.min(1.02, Math.ceil(across[1] * 10 + 0.2) / 10)};
        double pad = Math.max(0.1, 0.08 * (up[1] - up[0]));
        double[] y = {up[0] - pad, up[1] + pad};
        Legend legend = new Legend();
        legend.add("a seed", SEED);
        legend.add(String.format(Locale.ROOT, "the paper: loss %s, accuracy %s and its 95 %% interval", loss, accuracy), PAPER);
        SharedWords common = SharedWords.of(readings.stream().map(each -> each.reading().name()).toList());
        if (!common.words().isEmpty()) {
            legend.add(common.toString(), NOTHING);
        }
        return new PanelGrid(title, 2, WIDTH, HEIGHT).figure(readings.stream().map(each -> plot(each, common, x, y)).toList(), legend);
    }

    private double[] ends(DoubleStream others, ToDoubleFunction<SetOutcome> value) {
        double[] all = DoubleStream.concat(others, readings.stream().flatMap(each -> each.reading().outcomes(rate, SET).stream()).mapToDouble(value)).sorted().toArray();
        return new double[] {all[0], all[all.length - 1]};
    }

    private XyPlot plot(RankedReading ranked, SharedWords common, double[] x, double[] y) {
        Reading reading = ranked.reading();
        int all = reading.seeds(rate).size();
        long diverged = Math.round(all * reading.divergedShare(rate));
        XyPlot plot = new XyPlot(ranked.rank() + ". " + common.without(reading.name()) + (diverged > 0 ? " (" + diverged + " of " + all + " diverged)" : ""), "accuracy, test set", "loss, test set (logarithmic)",
                x[0], x[1], y[0], y[1]);
        plot.style().setYAxisTickLabelsFormattingFunction(ReadingClouds::loss);
        plot.style().setXAxisTickMarkSpacingHint(40);
        plot.text().numbers(FigureText::ofLogarithm);
        plot.add("interval", new double[] {interval.low(), interval.high()}, new double[] {log(loss), log(loss)}, PAPER.plain());
        List<SetOutcome> seeds = reading.outcomes(rate, SET);
        if (!seeds.isEmpty()) {
            plot.add("seeds", seeds.stream().mapToDouble(SetOutcome::accuracy).toArray(), seeds.stream().mapToDouble(seed -> log(seed.loss())).toArray(), SEED);
        }
        plot.add("paper", new double[] {accuracy}, new double[] {log(loss)}, PAPER.points());
        return plot;
    }

    /** The loss that a place of the axis stands for, in two digits: 0.25, 1.6, 40, 1e6. */
    private static String loss(double logarithm) {
        double value = Math.pow(10, logarithm);
        return value >= 1e4 ? String.format(Locale.ROOT, "%.0e", value).replace("e+0", "e").replace("e+", "e") : new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }

    private static double log(double value) {
        return Math.log10(Math.max(value, 1e-3)); // a loss of 0 stands at the bottom
    }
}
