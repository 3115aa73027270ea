package facet.report.chart;

import facet.eval.compare.ArmComparison;
import java.util.List;
import java.util.stream.DoubleStream;

/** Shows what each arm of a study changes beside its control: a row an arm, its difference with the 95 % interval, and a line at no difference (a forest plot). */
public final class ForestChart implements Drawable {

    private static final int ROW = 24;
    private static final int AROUND = 110; // title, axis and its title

    private final String title;
    private final String control;
    private final List<ArmComparison> comparisons;

    private ForestChart(String title, String control, List<ArmComparison> comparisons) {
        this.title = title;
        this.control = control;
        this.comparisons = List.copyOf(comparisons);
    }

    /**
     * Makes a chart of comparisons, from top to bottom.
     *
     * @param control the name of the arm that the others are compared with
     */
    public static ForestChart of(String title, String control, List<ArmComparison> comparisons) {
        return new ForestChart(title, control, comparisons);
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
        XyPlot plot = new XyPlot(title, "accuracy less that of " + control + ", with 95 % interval", "", -side, side, -0.5, rows - 0.5);
        plot.style().setYAxisTicksVisible(false).setPlotGridHorizontalLinesVisible(false);
        plot.upright("no difference", 0);
        for (int i = 0; i < rows; i++) {
            ArmComparison arm = comparisons.get(i);
            plot.row(arm.arm(), rows - 1 - i, arm.difference(), arm.interval(), Look.setting(0).dashed(0));
        }
        return new Figure(plot, new Legend()).size(Figure.WIDTH, AROUND + rows * ROW);
    }
}
