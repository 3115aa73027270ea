package facet.report;

import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Small charts in a grid, one a set, with one y range and one legend: the four test sets of the paper's Figures 5 to 8. */
public final class Panels {

    private Panels() { }

    /** @return mean loss by epoch, a panel a set; the paper's Table 1 is drawn in where a set has its counterpart there */
    public static BufferedImage loss(String title, Map<String, History> runs, String... sets) {
        return grid(title, sets, set -> {
            EpochChart chart = EpochChart.loss(heading(set, runs)).sets(set);
            runs.forEach(chart::run);
            PaperNumbers.table1(set).ifPresent(paper -> chart.reference(Reference.paper(paper.loss())));
            return chart;
        }, Measure.LOSS);
    }

    /** @return accuracy by epoch, a panel a set; the paper's Table 1 is drawn in where a set has its counterpart there */
    public static BufferedImage accuracy(String title, Map<String, History> runs, String... sets) {
        return grid(title, sets, set -> {
            EpochChart chart = EpochChart.accuracy(heading(set, runs)).sets(set);
            runs.forEach(chart::run);
            PaperNumbers.table1(set).ifPresent(paper -> chart.reference(Reference.paper(paper.accuracy())));
            return chart;
        }, Measure.ACCURACY);
    }

    /** The number of groups says how much a panel's ups and downs mean. */
    private static String heading(String set, Map<String, History> runs) {
        return runs.values().stream().flatMap(run -> run.of(set).stream()).findFirst().map(row -> set + " (" + Numbers.integer(row.groups()) + " groups)").orElse(set);
    }

    private static BufferedImage grid(String title, String[] sets, Function<String, EpochChart> make, Measure measure) {
        List<EpochChart> charts = new ArrayList<>();
        for (String set : sets) {
            charts.add(make.apply(set));
        }
        double[] range = measure.range(charts.stream().flatMapToDouble(EpochChart::values));
        List<XyPlot> plots = charts.stream().map(chart -> chart.plot(range)).toList();
        Legend legend = new Legend();
        charts.forEach(chart -> legend.addAll(chart.legend()));
        return PanelGrid.image(title, plots, legend);
    }
}
