package facet.report;

import facet.study.Run;
import facet.study.StepLog;
import facet.study.Study;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The loss of each training step of some runs, on a logarithmic axis: the axis of growth that would run out of any other chart. */
public final class StepChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;

    private StepChart() { }

    /**
     * @param runs each named by what tells it from the others
     * @return a line for each run that has kept its steps; a batch without a loss, which a logarithm can't show, is a gap, and where training diverges its line ends
     * @throws IllegalArgumentException where none has kept a step
     */
    public static BufferedImage of(String title, List<Run> runs) {
        Study all = new Study(runs.stream().map(Run::experiment).toList(), 0);
        Map<String, double[]> lines = new LinkedHashMap<>();
        runs.forEach(run -> lines.put(all.label(run.experiment()), run.steps().stream().mapToDouble(StepLog.Row::loss)
                .map(loss -> loss > 0 && Double.isFinite(loss) ? loss : Double.NaN).toArray()));
        lines.values().removeIf(line -> line.length == 0);
        double[] values = lines.values().stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException("None of the runs has kept a loss of its steps.");
        }
        int steps = lines.values().stream().mapToInt(line -> line.length).max().orElse(1);
        XyPlot plot = new XyPlot(title, "step", "triplet loss of the batch", 0, steps + 1, power(Math.floor(Math.log10(values[0]))),
                power(Math.ceil(Math.log10(values[values.length - 1]))));
        plot.style().setYAxisLogarithmic(true).setXAxisDecimalPattern("0").setYAxisDecimalPattern("0E0").setPlotGridLinesVisible(false);
        Legend legend = new Legend();
        List<String> names = List.copyOf(lines.keySet());
        for (int i = 0; i < names.size(); i++) {
            double[] line = lines.get(names.get(i));
            Look look = Look.of(i, i).plain();
            plot.add(names.get(i), IntStream.rangeClosed(1, line.length).asDoubleStream().toArray(), line, look);
            legend.add(names.get(i), look);
        }
        return new Figure(plot, legend).image(WIDTH, HEIGHT);
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }
}
