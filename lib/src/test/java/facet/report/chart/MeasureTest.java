package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void accuracyAxesReachOneAndLossAxesHoldTheirData() {
        List<double[]> ranges = new ArrayList<>();
        ranges.add(Measure.ACCURACY.range(DoubleStream.of(0.5, 0.9)));
        ranges.add(Measure.LOSS.range(DoubleStream.of(0.9, 1.0, Double.NaN)));
        ranges.add(Measure.LOSS.range(DoubleStream.of(0.1, 2.0)));
        assertEquals(1.02, ranges.get(0)[1]);
        assertTrue(ranges.get(0)[0] < 0.5 && ranges.get(0)[0] >= 0.3);
        assertTrue(ranges.get(1)[0] > 0.8 && ranges.get(1)[0] < 0.9 && ranges.get(1)[1] > 1.0);
        assertTrue(ranges.get(2)[0] < 0 && ranges.get(2)[0] > -0.2);
    }
}
