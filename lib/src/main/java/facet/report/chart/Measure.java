package facet.report.chart;

import facet.train.History;
import java.util.stream.DoubleStream;

/** What a chart shows of a history. */
enum Measure {

    LOSS("mean triplet loss (Euclidean distance)") {
        @Override
        double[] values(History run, String set) {
            return run.loss(set);
        }

        @Override
        double[] range(DoubleStream values) {
            double[] ends = ends(values);
            double pad = Math.max(0.06 * (ends[1] - ends[0]), 0.02 * Math.abs(ends[1]) + 1e-3);
            // A loss that falls far is seen against 0; one that hardly moves would be a flat line there.
            boolean far = ends[0] < 0.35 * ends[1];
            return new double[] {far && ends[0] >= 0 ? -0.3 * pad : ends[0] - pad, ends[1] + pad};
        }
    },

    ACCURACY("accuracy (share of triplets)") {
        @Override
        double[] values(History run, String set) {
            return run.accuracy(set);
        }

        @Override
        double[] range(DoubleStream values) {
            double low = ends(values)[0];
            // Up to 1 always, so that two charts are compared fairly; the free tenths below the data are cut.
            return new double[] {Math.max(-0.02, Math.floor(low * 10 - 0.5) / 10), 1.02};
        }
    };

    private final String axis;

    Measure(String axis) {
        this.axis = axis;
    }

    /** @return the axis's title, with its unit */
    String axis() {
        return axis;
    }

    /** @return the measure of a set by epoch */
    abstract double[] values(History run, String set);

    /** @return bottom and top of the axis */
    abstract double[] range(DoubleStream values);

    /** @return least and greatest finite value; 0 and 1 where there is none */
    private static double[] ends(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? new double[] {0, 1} : new double[] {finite[0], finite[finite.length - 1]};
    }
}
