package facet.report.chart;

import facet.report.Numbers;
import facet.report.RunNames;
import facet.study.Run;
import facet.study.StepLog;
import facet.study.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The loss of each training step of some runs, on a logarithmic axis: a loss that grows without bound would leave any other chart. Each step is a faint point, and
 * a line in front is the {@link MovingMedian}.
 */
public final class StepChart implements Drawable {

    private static final int HEIGHT = 360;
    private static final int POINT = 4;

    private final String title;
    private List<Run> runs = List.of();

    private StepChart(String title) {
        this.title = title;
    }

    /** @return a chart without runs */
    public static StepChart of(String title) {
        return new StepChart(title);
    }

    /** Sets the runs, each named by the settings that differ from the others'. One that has kept no step is left out. */
    public StepChart runs(List<Run> several) {
        runs = List.copyOf(several);
        return this;
    }

    /**
     * Draws a line for each run. A zero-loss batch, which a logarithm can't show, has no point; where most are such batches, the median is 0 and the line has a
     * gap, or ends: then its name says so. Where training diverges its line ends.
     *
     * @throws IllegalArgumentException where none has kept a step with a loss
     */
    @Override
    public Figure figure() {
        Variation all = Variation.ofRuns(runs);
        List<Line> lines = runs.stream().map(run -> Line.of(run, RunNames.of(all, run.experiment()))).filter(line -> line.losses().length > 0).toList();
        double[] values = lines.stream().flatMapToDouble(line -> Arrays.stream(logarithms(line.losses()))).filter(Double::isFinite).sorted().toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("None of the runs has kept a step with a loss.");
        }
        double steps = lines.stream().flatMapToDouble(line -> Arrays.stream(line.steps())).max().orElse(1);
        int window = MovingMedian.window(lines.stream().mapToInt(line -> line.steps().length).max().orElse(1));
        XyPlot plot = new XyPlot(title, "step (line: moving median of " + window + " steps)", "triplet loss of the batch (logarithmic)",
                0, steps + Math.max(1, 0.02 * steps), Math.floor(values[0]), Math.ceil(values[values.length - 1]));
        // XChart's own logarithmic axis names each power of ten and draws nine marks between two: over twenty powers that is a grey bar.
        plot.style().setXAxisDecimalPattern("0").setYAxisTickLabelsFormattingFunction(StepChart::power).setMarkerSize(POINT);
        plot.text().numbers(FigureText::ofLogarithm);
        plot.crowd();
        Map<String, Look> looks = Looks.of(lines.stream().map(Line::name).toList());
        Legend legend = new Legend();
        lines.forEach(line -> plot.add("", line.steps(), logarithms(line.losses()), looks.get(line.name()).behind()));
        for (Line line : lines) {
            Look look = looks.get(line.name()).plain();
            double[] medians = MovingMedian.of(line.losses(), window);
            String name = line.name() + zeros(line.steps(), medians);
            plot.add(name, line.steps(), logarithms(medians), look);
            legend.add(name, look);
        }
        return new Figure(plot, legend).size(Figure.WIDTH, HEIGHT);
    }

    /** Says from where on the median is 0, which no logarithm shows; nothing where the line goes on to its end, or ends since training diverged. */
    private static String zeros(double[] steps, double[] medians) {
        int end = medians.length;
        while (end > 0 && medians[end - 1] == 0) {
            end--;
        }
        return end == medians.length ? "" : end == 0 ? ", median 0" : ", median 0 after step " + Numbers.integer((long) steps[end - 1]);
    }

    /** Computes a logarithm to the base of ten for each loss; NaN for one that has none. */
    static double[] logarithms(double[] losses) {
        return Arrays.stream(losses).map(loss -> loss > 0 && Double.isFinite(loss) ? Math.log10(loss) : Double.NaN).toArray();
    }

    /** Steps counted from the first epoch's first one, and their losses. */
    private record Line(String name, double[] steps, double[] losses) {

        static Line of(Run run, String label) {
            List<StepLog.Row> rows = run.steps();
            int epoch = rows.stream().mapToInt(StepLog.Row::step).max().orElse(0);
            return new Line(label.isEmpty() ? run.id() : label, rows.stream().mapToDouble(row -> (row.epoch() - 1) * epoch + row.step()).toArray(),
                    rows.stream().mapToDouble(StepLog.Row::loss).toArray());
        }
    }

    /** Writes a power of ten by its logarithm; a tick between two has no name. */
    static String power(double logarithm) {
        return logarithm != Math.rint(logarithm) ? " " : Numbers.power(Math.round(logarithm));
    }
}
