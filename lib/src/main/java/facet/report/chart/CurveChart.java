package facet.report.chart;

import java.util.Arrays;

/** One quantity as a function of another: both axes a little wider than the values, 0 on that of y. */
public final class CurveChart implements Drawable {

    private static final int HEIGHT = 340;

    private final String title;
    private String xName = "";
    private String yName = "";
    private double[] x = {};
    private double[] y = {};

    private CurveChart(String title) {
        this.title = title;
    }

    /** @return an empty chart */
    public static CurveChart of(String title) {
        return new CurveChart(title);
    }

    /** Sets the values across, under the name that the axis shows. */
    public CurveChart x(String name, double... values) {
        xName = name;
        x = values.clone();
        return this;
    }

    /** Sets the values up, one for each value across. */
    public CurveChart y(String name, double... values) {
        yName = name;
        y = values.clone();
        return this;
    }

    /** @throws IllegalArgumentException where there is not one y for each x, or none at all */
    @Override
    public Figure figure() {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException("A curve needs one y for each x, but there are " + x.length + " x and " + y.length + " y.");
        }
        double[] across = wider(Arrays.stream(x).min().getAsDouble(), Arrays.stream(x).max().getAsDouble());
        double[] up = wider(Math.min(0, Arrays.stream(y).min().getAsDouble()), Arrays.stream(y).max().getAsDouble());
        XyPlot plot = new XyPlot(title, xName, yName, across[0], across[1], up[0], up[1]);
        if (Arrays.stream(x).allMatch(value -> value == Math.rint(value))) { // steps are counted: there is none between two
            plot.style().setXAxisDecimalPattern("0");
        }
        plot.add(yName, x, y, Look.of(0, 0));
        return new Figure(plot, new Legend()).size(Figure.WIDTH, HEIGHT);
    }

    /** The range and a little more: a marker at its end is whole, and so is a tick's label. */
    private static double[] wider(double least, double most) {
        double pad = most > least ? 0.04 * (most - least) : 0.5;
        return new double[] {least - pad, most + pad};
    }
}
