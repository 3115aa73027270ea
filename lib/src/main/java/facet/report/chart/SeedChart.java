package facet.report.chart;

import facet.eval.Statistics;
import facet.model.net.Level;
import facet.report.table.SetNames;
import facet.study.Run;
import facet.study.Study;
import facet.study.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What one setting does, beside what chance does: a panel for each set, a point for each seed, and their mean with its 95 % interval. */
public final class SeedChart implements Drawable {

    private static final double SPREAD = 0.5; // of the seeds of a value, in units of the distance to the next one
    private static final Look SEED = Look.of(0, 0).points().clear();
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
        double[] range = Measure.ACCURACY.range(sets.stream().flatMap(set -> values.stream().map(seeds -> seeds.accuracies(set))).flatMapToDouble(SeedChart::ends));
        Legend legend = new Legend();
        legend.add("a seed", SEED);
        legend.add("mean of the seeds, 95 % interval", MEAN);
        return PanelGrid.of(title).figure(sets.stream().map(set -> plot(set, values, range)).toList(), legend);
    }

    /** The accuracies and the lower end of their mean's interval. */
    private static DoubleStream ends(double[] accuracies) {
        DoubleStream low = accuracies.length > 1 ? DoubleStream.of(Math.max(0, Statistics.mean(accuracies).low())) : DoubleStream.empty();
        return DoubleStream.concat(Arrays.stream(accuracies), low);
    }

    /** Names a value with its setting, such as lr 0.01; the network without a pyramid by the name that every chart has for it. */
    private String name(String value) {
        return setting.equals("level") && value.equals(Variation.shown(setting, Level.NONE.name())) ? "ResNet-50 (no FPN)" : setting + " " + value;
    }

    private XyPlot plot(String set, List<SettingSeeds> values, double[] range) {
        XyPlot plot = new XyPlot(set, "", Measure.ACCURACY.axis(), -0.5, values.size() - 0.5, range[0], range[1]);
        plot.names(values.stream().map(seeds -> name(seeds.value()) + (seeds.diverged() > 0 ? " (" + seeds.diverged() + " diverged)" : "")).toList());
        for (int i = 0; i < values.size(); i++) {
            double[] accuracies = values.get(i).accuracies(set);
            int at = i;
            double[] x = IntStream.range(0, accuracies.length).mapToDouble(k -> at + SPREAD * ((k + 0.5) / accuracies.length - 0.5)).toArray();
            if (accuracies.length > 0) { // else all of them diverged
                plot.add("", x, accuracies, SEED);
            }
            if (accuracies.length > 1) { // one seed does not show how they vary
                plot.add("mean", at, Arrays.stream(accuracies).average().orElseThrow(), Statistics.mean(accuracies), MEAN);
            }
        }
        return plot;
    }
}
