package facet.report.chart;

import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The charts of the notebooks, a call each; {@link EpochChart} and {@link Panels} take more settings. */
public final class Charts {

    private static final int CURVE_WIDTH = 620;
    private static final int CURVE_HEIGHT = 340;

    private Charts() { }

    /** @return mean loss by epoch, a line for each run (name to history) and set */
    public static BufferedImage loss(String title, Map<String, History> runs, String... sets) {
        EpochChart chart = EpochChart.loss(title).sets(sets);
        runs.forEach(chart::run);
        return chart.image();
    }

    /** @return accuracy by epoch, a line for each run (name to history) and set */
    public static BufferedImage accuracy(String title, Map<String, History> runs, String... sets) {
        EpochChart chart = EpochChart.accuracy(title).sets(sets);
        runs.forEach(chart::run);
        return chart.image();
    }

    /** @return each group as a point, d(A, P) across and d(A, N) up, with the lines of correctness and of the margin */
    public static BufferedImage distances(String title, List<TripletDistances> distances, double margin) {
        return DistanceChart.image(title, distances, margin);
    }

    /** @return y as a function of x, both axes a little wider than the values, 0 on that of y */
    public static BufferedImage curve(String title, String xTitle, double[] x, String yTitle, double[] y) {
        double[] across = wider(Arrays.stream(x).min().orElse(0), Arrays.stream(x).max().orElse(1));
        double[] up = wider(Math.min(0, Arrays.stream(y).min().orElse(0)), Arrays.stream(y).max().orElse(1));
        XyPlot plot = new XyPlot(title, xTitle, yTitle, across[0], across[1], up[0], up[1]);
        plot.add(yTitle, x, y, Look.of(0, 0));
        return new Figure(plot, new Legend()).image(CURVE_WIDTH, CURVE_HEIGHT);
    }

    /** The range and a little more: a marker at its end is whole, and so is a tick's label. */
    private static double[] wider(double least, double most) {
        double pad = most > least ? 0.04 * (most - least) : 0.5;
        return new double[] {least - pad, most + pad};
    }

    /** @return accuracies by set with their 95 % intervals, for each run (name to results), beside the paper's */
    public static BufferedImage intervals(String title, Map<String, List<TripletAccuracy>> runs) {
        return IntervalChart.image(title, runs);
    }
}
