package facet.report.chart;

import facet.study.Run;
import facet.study.StepLog;
import facet.study.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The loss of each training step of some runs, on a logarithmic axis: a loss that grows without bound would leave any other chart. Each step is a faint point, and
 * a line in front is the {@link MovingMedian}.
 */
public final class StepChart implements Drawable {

    private static final int HEIGHT = 360;
    private static final int POINT = 4;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"; // 0 to 9

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
     * gap. Where training diverges its line ends.
     *
     * @throws IllegalArgumentException where none has kept a step with a loss
     */
    @Override
    public Figure figure() {
        Variation all = Variation.ofRuns(runs);
        List<Line> lines = runs.stream().map(run -> Line.of(run, all.label(run.experiment()))).filter(line -> line.losses().length > 0).toList();
        double[] values = lines.stream().flatMapToDouble(line -> Arrays.stream(logarithms(line.losses()))).filter(Double::isFinite).sorted().toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("None of the runs has kept a step with a loss.");
        }
        double steps = lines.stream().flatMapToDouble(line -> Arrays.stream(line.steps())).max().orElse(1);
        int window = MovingMedian.window(lines.stream().mapToInt(line -> line.steps().length).max().orElse(1));
        XyPlot plot = new XyPlot(title, "step (line: moving median of " + window + " steps)", "triplet loss of the batch",
                0, steps + 1, Math.floor(values[0]), Math.ceil(values[values.length - 1]));
        // XChart's own logarithmic axis names each power of ten and draws nine marks between two: over twenty powers that is a grey bar.
        plot.style().setXAxisDecimalPattern("0").setYAxisTickLabelsFormattingFunction(StepChart::power).setMarkerSize(POINT);
        plot.text().numbers(logarithm -> FigureText.number(Math.pow(10, logarithm)));
        Map<String, Look> looks = Looks.of(lines.stream().map(Line::name).toList());
        Legend legend = new Legend();
        lines.forEach(line -> plot.add("", line.steps(), logarithms(line.losses()), looks.get(line.name()).behind()));
        for (Line line : lines) {
            Look look = looks.get(line.name()).plain();
            plot.add(line.name(), line.steps(), logarithms(MovingMedian.of(line.losses(), window)), look);
            legend.add(line.name(), look);
        }
        return new Figure(plot, legend).size(Figure.WIDTH, HEIGHT);
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
        return logarithm != Math.rint(logarithm) ? " " : "10" + String.valueOf(Math.round(logarithm)).chars()
                .mapToObj(digit -> digit == '-' ? "\u207b" : SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1)).collect(Collectors.joining());
    }
}
