package facet.report.chart;

import facet.eval.compare.ArmComparison;
import java.util.List;
import java.util.stream.DoubleStream;

/** Shows what each arm of a study changes beside its control: a row an arm, its difference with the 95 % interval, and a line at no difference (a forest plot). */
public final class ForestChart implements Drawable {

    private static final int ROW = 24;
    private static final int AROUND = 110; // title, axis and its title

    private final String title;
    private final List<ArmComparison> comparisons;

    private ForestChart(String title, List<ArmComparison> comparisons) {
        this.title = title;
        this.comparisons = List.copyOf(comparisons);
    }

    /** Makes a chart of comparisons, from top to bottom. */
    public static ForestChart of(String title, List<ArmComparison> comparisons) {
        return new ForestChart(title, comparisons);
    }

    /** @throws IllegalArgumentException where there is no comparison */
    @Override
    public Figure figure() {
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("There is no comparison to show. Were the runs trained?");
        }
        int rows = comparisons.size();
        double most = comparisons.stream().flatMapToDouble(each -> DoubleStream.of(Math.abs(each.interval().low()), Math.abs(each.interval().high()))).max().orElseThrow();
        double side = most == 0 ? 0.01 : most * 1.1;
        XyPlot plot = new XyPlot(title, "difference of accuracies", "", -side, side, -0.5, rows - 0.5);
        plot.style().setYAxisTicksVisible(false).setPlotGridHorizontalLinesVisible(false);
        plot.upright("no difference", 0);
        for (int i = 0; i < rows; i++) {
            ArmComparison arm = comparisons.get(i);
            plot.row(arm.arm(), rows - 1 - i, arm.difference(), arm.interval(), Look.of(0, 0));
        }
        return new Figure(plot, new Legend()).size(Figure.WIDTH, AROUND + rows * ROW);
    }
}
