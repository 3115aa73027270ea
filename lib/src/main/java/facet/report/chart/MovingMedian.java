package facet.report.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Smooths a series that jumps, as a batch's loss does: a median, unlike a mean, follows no single jump. */
final class MovingMedian {

    private MovingMedian() { }

    /**
     * Computes the median of each value with its neighbours, as many before it as behind it. Near an end there are fewer of them, and at an end none:
     * the smoothed series begins and ends where the series does.
     *
     * @param values of which NaN and infinity count as larger than all others
     * @param window how many values a median is of, an odd number
     */
    static double[] of(double[] values, int window) {
        return IntStream.range(0, values.length).mapToDouble(i -> {
            int side = Math.min(window / 2, Math.min(i, values.length - 1 - i));
            double[] near = Arrays.copyOfRange(values, i - side, i + side + 1);
            Arrays.sort(near); // NaN last
            return near[side];
        }).toArray();
    }

    /** @return the window for so many values, an odd number of at least 5: some forty of them side by side cover a chart */
    static int window(int values) {
        return Math.max(5, values / 40 | 1);
    }
}
