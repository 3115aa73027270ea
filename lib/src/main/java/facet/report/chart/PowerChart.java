package facet.report.chart;

import facet.eval.compare.VarianceComponents;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shows how often a study finds a difference, by the number of runs of each network: a line for each number of test triplets. */
public final class PowerChart implements Drawable {

    private static final int FEWEST = 2;

    private final String title;
    private final VarianceComponents components;
    private final double difference;
    private int[] triplets = {340};
    private int most = 30;

    private PowerChart(String title, VarianceComponents components, double difference) {
        this.title = title;
        this.components = components;
        this.difference = difference;
    }

    /** Makes a chart of the power to find a difference of two networks' accuracies, such as 0.05. */
    public static PowerChart of(String title, VarianceComponents components, double difference) {
        return new PowerChart(title, components, difference);
    }

    /** Sets the numbers of test triplets; 340 by default. */
    public PowerChart triplets(int... numbers) {
        triplets = numbers.clone();
        return this;
    }

    /** Sets the largest number of runs of each network; 30 by default. */
    public PowerChart runs(int value) {
        most = value;
        return this;
    }

    @Override
    public Figure figure() {
        XyPlot plot = new XyPlot(title, "runs of each network", "power", FEWEST - 0.5, most + 0.5, 0, 1.02);
        plot.style().setXAxisDecimalPattern("0");
        plot.add(new Reference("80 %", 0.8));
        Legend legend = new Legend();
        double[] runs = IntStream.rangeClosed(FEWEST, most).asDoubleStream().toArray();
        for (int i = 0; i < triplets.length; i++) {
            int tested = triplets[i];
            String name = String.format(Locale.ROOT, "%d test triplets", tested);
            Look look = Look.setting(i);
            plot.add(name, runs, IntStream.rangeClosed(FEWEST, most).mapToDouble(n -> components.power(n, tested, difference)).toArray(), look);
            legend.add(name, look);
        }
        return new Figure(plot, legend);
    }
}
