package facet.report.chart;

import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Loss or accuracy by epoch, a line for each run and set. */
public final class EpochChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;

    private final Measure measure;
    private final String title;
    private final Map<String, List<History>> runs = new LinkedHashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private EpochChart(Measure measure, String title) {
        this.measure = measure;
        this.title = title;
    }

    /** @return a chart of mean losses */
    public static EpochChart loss(String title) {
        return new EpochChart(Measure.LOSS, title);
    }

    /** @return a chart of accuracies, with chance drawn in */
    public static EpochChart accuracy(String title) {
        return new EpochChart(Measure.ACCURACY, title).reference(Reference.CHANCE);
    }

    /** Adds a run under the name that the legend shows. */
    public EpochChart run(String label, History history) {
        return seeds(label, List.of(history));
    }

    /** Adds runs that differ by chance alone, in one look and under one name. */
    public EpochChart seeds(String label, List<History> histories) {
        runs.put(label, histories);
        return this;
    }

    /** Adds the sets to draw, such as validation; a run that lacks one is left out there. */
    public EpochChart sets(String... names) {
        sets.addAll(Arrays.asList(names));
        return this;
    }

    /** Adds a horizontal line to compare with. */
    public EpochChart reference(Reference reference) {
        references.add(reference);
        return this;
    }

    /**
     * Draws the chart.
     *
     * @throws IllegalArgumentException where no run has one of the sets
     */
    public BufferedImage image() {
        return new Figure(plot(measure.range(values())), legend()).image(WIDTH, HEIGHT);
    }

    /** @return every value it shows, references included */
    DoubleStream values() {
        DoubleStream values = lines().stream().flatMapToDouble(line -> Arrays.stream(measure.of(line.run(), line.set())));
        return DoubleStream.concat(values, references.stream().mapToDouble(Reference::value));
    }

    Legend legend() {
        Legend legend = new Legend();
        lines().forEach(line -> legend.add(line.label(), line.look()));
        return legend;
    }

    /** @return the chart with a given bottom and top of its y axis */
    XyPlot plot(double[] range) {
        double[] epochs = lines().stream().flatMapToDouble(line -> Arrays.stream(line.run().epochs(line.set()))).sorted().toArray();
        double first = epochs[0];
        double last = epochs[epochs.length - 1];
        double side = Math.max(0.25, (last - first) * 0.03);
        XyPlot plot = new XyPlot(title, "epoch", measure.axis(), first - side, last + side, range[0], range[1]);
        // XChart widens its steps until no label comes twice: without decimals the ticks are whole epochs.
        plot.style().setXAxisDecimalPattern("0");
        references.forEach(plot::add);
        lines().forEach(line -> plot.add(line.label(), line.run().epochs(line.set()), measure.of(line.run(), line.set()), line.look()));
        return plot;
    }

    private List<EpochLine> lines() {
        return EpochLine.of(runs, sets);
    }
}
