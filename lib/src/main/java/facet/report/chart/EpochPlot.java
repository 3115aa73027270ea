package facet.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One plot by epoch, before its y range is known.
 *
 * @param measure loss or accuracy
 * @param title above it
 * @param lines what it shows, at least one
 * @param references horizontal lines to compare with
 */
record EpochPlot(Measure measure, String title, List<EpochLine> lines, List<Reference> references) {

    /** @return every value it shows, references included */
    DoubleStream values() {
        DoubleStream values = lines.stream().flatMapToDouble(line -> Arrays.stream(measure.values(line.run(), line.set())));
        return DoubleStream.concat(values, references.stream().mapToDouble(Reference::value));
    }

    /** @return the plot with a given bottom and top of its y axis; its lines are added to the legend */
    XyPlot plot(double[] range, Legend legend) {
        double[] epochs = lines.stream().flatMapToDouble(line -> Arrays.stream(line.run().epochs(line.set()))).sorted().toArray();
        double first = epochs[0];
        double last = epochs[epochs.length - 1];
        double side = Math.max(0.25, (last - first) * 0.03);
        XyPlot plot = new XyPlot(title, "epoch", measure.axis(), first - side, last + side, range[0], range[1]);
        // XChart widens its steps until no label comes twice: without decimals the ticks are whole epochs.
        plot.style().setXAxisDecimalPattern("0");
        references.forEach(plot::add);
        for (EpochLine line : lines) {
            plot.add(line.label(), line.run().epochs(line.set()), measure.values(line.run(), line.set()), line.look());
            legend.add(line.label(), line.look());
        }
        return plot;
    }
}
