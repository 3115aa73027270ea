package facet.report.chart;

import facet.report.table.SetNames;
import facet.study.Run;
import facet.study.Study;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one setting does, beside what chance does: a panel for each set, a point for each seed, a line through the means. */
public final class SeedPanels {

    private static final double SPREAD = 0.5; // of the seeds of a value, in units of the distance to the next one

    private SeedPanels() { }

    /**
     * Accuracy after a study's last epoch. Runs that ended before it have none; how many there are stands below their value.
     *
     * @param setting the one that varies beside seeds and splits, such as lr
     * @throws IllegalArgumentException where another one varies, too, or no run has a set
     */
    public static BufferedImage accuracy(String title, Study study, List<Run> runs, String setting, String... sets) {
        if (!Set.of(setting, "seed", "split").containsAll(study.varying())) {
            throw new IllegalArgumentException("Beside " + setting + ", seed and split nothing may vary; here " + study.varying() + " do.");
        }
        List<History> histories = runs.stream().map(Run::history).toList();
        SetNames.check(histories, sets);
        Map<String, List<History>> values = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            List<History> ofValue = values.computeIfAbsent(runs.get(i).experiment().values().texts().get(setting), value -> new ArrayList<>());
            if (histories.get(i).lastEpoch() >= study.epochs()) {
                ofValue.add(histories.get(i).until(study.epochs()));
            }
        }
        double[] range = Measure.ACCURACY.range(Arrays.stream(sets).flatMapToDouble(set -> values.values().stream()
                .flatMapToDouble(seeds -> Arrays.stream(last(seeds, set)))));
        Legend legend = new Legend();
        Map<String, Long> seeds = runs.stream().collect(Collectors.groupingBy(run -> run.experiment().values().texts().get(setting), Collectors.counting()));
        List<XyPlot> plots = Arrays.stream(sets).map(set -> plot(set, setting, values, seeds, range, legend)).toList();
        return PanelGrid.image(title, plots, legend);
    }

    private static XyPlot plot(String set, String setting, Map<String, List<History>> values, Map<String, Long> all, double[] range,
            Legend legend) {
        List<String> names = List.copyOf(values.keySet());
        XyPlot plot = new XyPlot(set, "", Measure.ACCURACY.axis(), -0.5, names.size() - 0.5, range[0], range[1]);
        plot.names(names.stream().map(name -> {
            long diverged = all.get(name) - values.get(name).size();
            return setting + " " + name + (diverged > 0 ? " (" + diverged + " diverged)" : "");
        }).toList());
        Look seed = Look.of(0, 0).points().clear();
        Look mean = Look.of(1, 0);
        double[] means = new double[names.size()];
        for (int i = 0; i < means.length; i++) {
            double[] seeds = last(values.get(names.get(i)), set);
            int at = i;
            double[] x = IntStream.range(0, seeds.length).mapToDouble(k -> at + SPREAD * ((k + 0.5) / seeds.length - 0.5)).toArray();
            if (seeds.length > 0) { // else all of them diverged
                plot.add(set + " " + names.get(i), x, seeds, seed);
            }
            means[i] = Arrays.stream(seeds).average().orElse(Double.NaN);
        }
        plot.add("mean", IntStream.range(0, means.length).mapToDouble(i -> i).toArray(), means, mean);
        legend.add("a seed", seed);
        legend.add("mean of the seeds", mean);
        return plot;
    }

    private static double[] last(List<History> seeds, String set) {
        return seeds.stream().mapToDouble(history -> {
            double[] epochs = history.accuracy(set);
            return epochs[epochs.length - 1];
        }).toArray();
    }
}
