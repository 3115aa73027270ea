package facet.report.chart;

import facet.paper.PaperNumbers;
import facet.report.Numbers;
import facet.train.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Loss or accuracy by epoch, in one plot ({@link #figure}) or in a panel for each set ({@link #panels}). */
public final class EpochChart implements Drawable {

    private final Measure measure;
    private final String title;
    private final Map<String, List<History>> runs = new LinkedHashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final List<Reference> everywhere = new ArrayList<>();
    private final Map<String, List<Reference>> bySet = new LinkedHashMap<>();

    private EpochChart(Measure measure, String title) {
        this.measure = measure;
        this.title = title;
    }

    /** @return a chart of mean losses */
    public static EpochChart loss(String title) {
        return new EpochChart(Measure.LOSS, title);
    }

    /** @return a chart of accuracies, with chance drawn in */
    public static EpochChart accuracy(String title) {
        return new EpochChart(Measure.ACCURACY, title).reference(Reference.CHANCE);
    }

    /** Adds a run under the name that the legend shows. */
    public EpochChart run(String label, History history) {
        return seeds(label, List.of(history));
    }

    /** Adds runs, by the names that the legend shows. */
    public EpochChart runs(Map<String, History> named) {
        named.forEach(this::run);
        return this;
    }

    /** Adds runs that differ by chance alone, in one look and under one name. */
    public EpochChart seeds(String label, List<History> histories) {
        runs.put(label, histories);
        return this;
    }

    /** Adds the sets to draw, such as validation; a run that lacks one is left out there. */
    public EpochChart sets(String... names) {
        sets.addAll(Arrays.asList(names));
        return this;
    }

    /** Adds a horizontal line to compare with, in every panel. */
    public EpochChart reference(Reference line) {
        everywhere.add(line);
        return this;
    }

    /** Adds a line to compare one set with. */
    public EpochChart reference(String set, Reference line) {
        bySet.computeIfAbsent(set, s -> new ArrayList<>()).add(line);
        return this;
    }

    /** Adds the paper's Table 1 to its own sets, for runs on the paper's data. No other set stands in for its twins. */
    public EpochChart paper() {
        PaperNumbers.TABLE_1.forEach(row -> reference(row.set(), Reference.paper(measure == Measure.LOSS ? row.loss() : row.accuracy())));
        return this;
    }

    /**
     * Draws one plot, with a line for each run and set.
     *
     * @throws IllegalArgumentException where no run has one of the sets
     */
    @Override
    public Figure figure() {
        EpochPlot plot = plot(title, sets);
        Legend legend = new Legend();
        return new Figure(plot.plot(measure.range(plot.values()), legend), legend);
    }

    /**
     * Draws a panel for each set, all with one y range and one legend: the paper's Figures 5 to 8.
     *
     * @throws IllegalArgumentException where no run has one of the sets
     */
    public Figure panels() {
        List<EpochPlot> plots = sets.stream().map(set -> plot(heading(set), List.of(set))).toList();
        double[] range = measure.range(plots.stream().flatMapToDouble(EpochPlot::values));
        Legend legend = new Legend();
        return PanelGrid.of(title).figure(plots.stream().map(plot -> plot.plot(range, legend)).toList(), legend);
    }

    private EpochPlot plot(String heading, List<String> shown) {
        Stream<Reference> ofSets = shown.stream().flatMap(set -> bySet.getOrDefault(set, List.of()).stream());
        return new EpochPlot(measure, heading, EpochLine.of(runs, shown), Stream.concat(everywhere.stream(), ofSets).toList());
    }

    /** Adds the number of triplets: with few, a panel's ups and downs mean little. */
    private String heading(String set) {
        return runs.values().stream().flatMap(List::stream).flatMap(run -> run.rows(set).stream()).findFirst()
                .map(row -> set + " (" + Numbers.integer(row.triplets()) + " triplets)").orElse(set);
    }
}
