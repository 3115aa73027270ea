package facet.report.chart;

import facet.eval.Interval;
import facet.eval.Statistics;
import facet.report.RunNames;
import facet.report.table.SetNames;
import facet.study.Run;
import facet.study.Study;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What one setting does, beside what chance does: a panel for each set, a point for each seed, and their mean with its 95 % interval. */
public final class SeedChart implements Drawable {

    private static final double SPREAD = 0.5; // of the seeds of a value, in units of the distance to the next one
    private static final double LEFT = 0.1; // by which their middle is left of the value's place
    private static final double MEAN_AT = 0.3; // right of that place, so that it covers no seed
    private static final double PAD = 0.02;
    private static final Look SEED = new Look(Palette.INK, SeriesMarkers.CIRCLE, null).clear();
    private static final Look MEAN = new Look(Palette.INK, SeriesMarkers.DIAMOND, Look.of(0, 0).line());

    private final String title;
    private Study study;
    private List<Run> runs = List.of();
    private String setting = "";
    private final List<String> sets = new ArrayList<>();

    private SeedChart(String title) {
        this.title = title;
    }

    /** @return a chart of the accuracies after a study's last epoch */
    public static SeedChart accuracy(String title) {
        return new SeedChart(title);
    }

    /** Sets a study's runs. Those that ended before its last epoch have no point; how many there are stands below their value. */
    public SeedChart runs(Study whole, List<Run> ofStudy) {
        study = whole;
        runs = List.copyOf(ofStudy);
        return this;
    }

    /** Sets the setting across, such as lr: the one that varies beside seeds and splits. */
    public SeedChart by(String name) {
        setting = name;
        return this;
    }

    /** Adds the sets, a panel each. */
    public SeedChart sets(String... names) {
        sets.addAll(Arrays.asList(names));
        return this;
    }

    /** @throws IllegalArgumentException where there is no study, where another setting varies, too, or where no run has a set */
    @Override
    public Figure figure() {
        if (study == null) {
            throw new IllegalArgumentException("There is no study to show: set it with runs(...).");
        }
        if (!Set.of(setting, "seed", "split").containsAll(study.varying())) {
            throw new IllegalArgumentException("Beside " + setting + ", seed and split nothing may vary; here " + study.varying() + " do.");
        }
        SetNames.check(runs.stream().map(Run::history).toList(), sets.toArray(String[]::new));
        List<SettingSeeds> values = SettingSeeds.of(study, runs, setting);
        double[] range = range(sets.stream().flatMap(set -> values.stream().map(seeds -> seeds.accuracies(set))).flatMapToDouble(SeedChart::ends).toArray());
        Legend legend = new Legend();
        legend.add("a seed", values.stream().map(this::look).distinct().count() == 1 ? look(values.get(0)) : SEED);
        legend.add("mean of the seeds, 95 % interval", MEAN);
        return PanelGrid.of(title).figure(sets.stream().map(set -> plot(set, values, range)).toList(), legend);
    }

    /** The accuracies and both ends of their mean's interval, which may lie where no accuracy can. */
    private static DoubleStream ends(double[] accuracies) {
        if (accuracies.length < 2) { // one seed says nothing of how they vary
            return Arrays.stream(accuracies);
        }
        Interval mean = Statistics.mean(accuracies);
        return DoubleStream.concat(Arrays.stream(accuracies), DoubleStream.of(mean.low(), mean.high()));
    }

    /** That of accuracies, and wider where an interval would be cut. */
    private static double[] range(double[] values) {
        double[] range = Measure.ACCURACY.range(Arrays.stream(values));
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted.length == 0 ? range : new double[] {Math.min(range[0], sorted[0] - PAD), Math.max(range[1], sorted[sorted.length - 1] + PAD)};
    }

    /** Names a value with its setting, such as lr 0.01; a network by the name that every chart has for it. */
    private String name(SettingSeeds seeds) {
        return RunNames.setting(runs.get(0).experiment(), setting, seeds.value());
    }

    /** A network's colour, or one for all values of another setting. */
    private Look look(SettingSeeds seeds) {
        Color color = PlottedNetwork.of(name(seeds)).map(network -> network.look().color()).orElse(Look.setting(0).color());
        return new Look(color, SeriesMarkers.CIRCLE, null).clear();
    }

    /** The name of a tick; where no accuracy can lie, one that is not seen. XChart draws ticks only where each has another text, and a short one: two letters of no width count. */
    private static String tick(double value, DecimalFormat format) {
        return value > -1e-9 && value < 1 + 1e-9 ? format.format(Math.abs(value))
                : Long.toBinaryString(Math.round(200 * Math.abs(value)) * 2 + (value < 0 ? 1 : 0)).replace('0', '\u200c').replace('1', '\u200d');
    }

    private XyPlot plot(String set, List<SettingSeeds> values, double[] range) {
        XyPlot plot = new XyPlot(set, "", Measure.ACCURACY.axis(), -0.5, values.size() - 0.5, range[0], range[1]);
        DecimalFormat format = new DecimalFormat(plot.style().getYAxisDecimalPattern(), DecimalFormatSymbols.getInstance(Locale.ROOT));
        plot.style().setYAxisTickLabelsFormattingFunction(value -> tick(value, format));
        plot.names(values.stream().map(seeds -> name(seeds) + (seeds.diverged() > 0 ? " (" + seeds.diverged() + " diverged)" : "")).toList());
        for (int i = 0; i < values.size(); i++) {
            double[] accuracies = values.get(i).accuracies(set);
            int at = i;
            double[] x = IntStream.range(0, accuracies.length).mapToDouble(k -> at - LEFT + SPREAD * ((k + 0.5) / accuracies.length - 0.5)).toArray();
            if (accuracies.length > 0) { // else all of them diverged
                plot.add("", x, accuracies, look(values.get(i)));
            }
            if (accuracies.length > 1) {
                plot.add("mean", at + MEAN_AT, Arrays.stream(accuracies).average().orElseThrow(), Statistics.mean(accuracies), MEAN);
            }
        }
        return plot;
    }
}
