package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovingMedianTest {

    /** By counting: as many of the neighbours are smaller as are larger. */
    @Test
    void aMedianHasAsManyNeighboursAboveAsBelow() {
        double[] values = new Random(1).doubles(60).toArray();
        double[] smooth = MovingMedian.of(values, 9);
        for (int i = 0; i < values.length; i++) {
            int side = Math.min(4, Math.min(i, values.length - 1 - i));
            double median = smooth[i];
            assertEquals(side, IntStream.rangeClosed(i - side, i + side).filter(k -> values[k] < median).count(), "below at " + i);
            assertEquals(side, IntStream.rangeClosed(i - side, i + side).filter(k -> values[k] > median).count(), "above at " + i);
        }
    }

    @Test
    void aSeriesThatGrowsStaysAsItIs() {
        double[] growing = {1, 2, 4, 8, 16, Double.POSITIVE_INFINITY, Double.NaN};
        assertArrayEquals(growing, MovingMedian.of(growing, 5));
        assertArrayEquals(new double[0], MovingMedian.of(new double[0], 5));
    }

    @Test
    void aWindowIsOdd() {
        assertEquals(5, MovingMedian.window(1));
        assertEquals(5, MovingMedian.window(200));
        assertEquals(85, MovingMedian.window(3400));
    }
}
