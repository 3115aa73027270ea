package facet.benchmark;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Repeated measurements in short.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param low the smallest
 * @param high the largest
 * @param count how many
 */
public record Spread(double median, double low, double high, int count) {

    /** @return the spread of at least one value */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No value was measured.");
        }
        DescriptiveStatistics all = new DescriptiveStatistics(values.stream().mapToDouble(value -> value).toArray());
        return new Spread(all.getPercentile(50), all.getMin(), all.getMax(), values.size());
    }
}
