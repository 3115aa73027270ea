package facet.report.chart;

import facet.paper.PaperNumbers;
import facet.report.Numbers;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small charts by epoch in a grid, one a set, with one y range and one legend: the four test sets of the paper's Figures 5 to 8. */
public final class Panels {

    private final Measure measure;
    private final String title;
    private final Map<String, History> runs = new LinkedHashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final Map<String, List<Reference>> references = new LinkedHashMap<>();

    private Panels(Measure measure, String title) {
        this.measure = measure;
        this.title = title;
    }

    /** @return panels of mean losses */
    public static Panels loss(String title) {
        return new Panels(Measure.LOSS, title);
    }

    /** @return panels of accuracies, with chance drawn in */
    public static Panels accuracy(String title) {
        return new Panels(Measure.ACCURACY, title);
    }

    /** Adds runs, by the names that the legend shows. */
    public Panels runs(Map<String, History> runs) {
        this.runs.putAll(runs);
        return this;
    }

    /** Adds the sets, a panel each. */
    public Panels sets(String... names) {
        sets.addAll(Arrays.asList(names));
        return this;
    }

    /** Draws the paper's Table 1 into the panels of its own sets, for runs on the paper's data. No panel stands in for its twins. */
    public Panels paper() {
        for (PaperNumbers.Row row : PaperNumbers.TABLE_1) {
            double value = measure == Measure.LOSS ? row.loss() : row.accuracy();
            reference(row.set(), Reference.paper(value));
        }
        return this;
    }

    /** Draws a line to compare with into the panel of a set. */
    public Panels reference(String set, Reference line) {
        references.computeIfAbsent(set, s -> new ArrayList<>()).add(line);
        return this;
    }

    /** @throws IllegalArgumentException where no run has one of the sets */
    public BufferedImage image() {
        List<EpochChart> charts = sets.stream().map(this::chart).toList();
        double[] range = measure.range(charts.stream().flatMapToDouble(EpochChart::values));
        List<XyPlot> plots = charts.stream().map(chart -> chart.plot(range)).toList();
        Legend legend = new Legend();
        charts.forEach(chart -> legend.addAll(chart.legend()));
        return PanelGrid.image(title, plots, legend);
    }

    private EpochChart chart(String set) {
        String heading = heading(set);
        EpochChart chart = (measure == Measure.LOSS ? EpochChart.loss(heading) : EpochChart.accuracy(heading)).sets(set);
        runs.forEach(chart::run);
        references.getOrDefault(set, List.of()).forEach(chart::reference);
        return chart;
    }

    /** The number of groups says how much a panel's ups and downs mean. */
    private String heading(String set) {
        return runs.values().stream().flatMap(run -> run.rows(set).stream()).findFirst().map(row -> set + " (" + Numbers.integer(row.groups()) + " groups)").orElse(set);
    }
}
