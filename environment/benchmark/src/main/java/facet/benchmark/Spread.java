package facet.benchmark;

import java.util.List;

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
        List<Double> sorted = values.stream().sorted().toList();
        int last = sorted.size() - 1;
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(last), sorted.size());
    }
}
