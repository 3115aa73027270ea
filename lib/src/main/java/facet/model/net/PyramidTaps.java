package facet.model.net;

import java.util.stream.IntStream;

/**
 * How often each place of a map counts in the nine window sums that a 3x3 convolution of a finer level needs, when its output is
 * averaged. Tap (dy, dx) sees the finer map shifted by (dy, dx), so without one row or column at the border; a place of a coarse map
 * counts once for each place that it is copied to on its way down. Of an output of which only every second place is averaged, the other places do not count.
 */
public final class PyramidTaps {

    /** Taps of a 3x3 kernel. */
    public static final int TAPS = 9;

    private PyramidTaps() { }

    /**
     * Counts a coarse map's places, [9, H * W] in row-major order.
     *
     * @param heights of the maps from the coarse one down to the target; their last is the target's
     * @param widths likewise
     * @param step how far apart the places of the output are that are averaged, from the first on
     */
    static float[] counts(int[] heights, int[] widths, int step) {
        float[] counts = new float[TAPS * heights[0] * widths[0]];
        int at = 0;
        for (int dy = -1; dy <= 1; dy++) {
            int[] rows = alongOneAxis(heights, dy, step);
            for (int dx = -1; dx <= 1; dx++) {
                int[] columns = alongOneAxis(widths, dx, step);
                for (int row : rows) {
                    for (int column : columns) {
                        counts[at++] = row * column;
                    }
                }
            }
        }
        return counts;
    }

    /** How many of the target's indices that the shifted output sees come from each index of the coarse axis, by nearest upsampling level by level. */
    private static int[] alongOneAxis(int[] sizes, int shift, int step) {
        int target = sizes[sizes.length - 1];
        int[] counts = new int[sizes[0]];
        IntStream.iterate(0, place -> place < target, place -> place + step).map(place -> place + shift).filter(index -> index >= 0 && index < target).forEach(index -> {
            int i = index;
            for (int level = sizes.length - 2; level >= 0; level--) {
                i = (int) ((long) i * sizes[level] / sizes[level + 1]); // torch's nearest: floor(i * in / out)
            }
            counts[i]++;
        });
        return counts;
    }
}
