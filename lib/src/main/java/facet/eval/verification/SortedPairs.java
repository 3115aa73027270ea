package facet.eval.verification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs sorted by distance once, so that a curve of any weights of them takes one pass. */
final class SortedPairs {

    private final int[] order; // places in the list, nearest pair first
    private final double[] distances;
    private final boolean[] same;

    SortedPairs(List<ScoredPair> pairs) {
        order = IntStream.range(0, pairs.size()).boxed().sorted(Comparator.comparingDouble(i -> pairs.get(i).distance())).mapToInt(i -> i).toArray();
        distances = Arrays.stream(order).mapToDouble(i -> pairs.get(i).distance()).toArray();
        same = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            same[i] = pairs.get(order[i]).same();
        }
    }

    /**
     * Counts what each threshold accepts.
     *
     * @param weights how often each pair counts, in the order of the list; one distance of weight 0 is no point of the curve
     */
    RocCurve curve(int[] weights) {
        double[] thresholds = new double[order.length + 1];
        long[] falseAccepts = new long[order.length + 1];
        long[] trueAccepts = new long[order.length + 1];
        thresholds[0] = Double.NEGATIVE_INFINITY;
        int last = 0;
        for (int i = 0; i < order.length; i++) {
            int weight = weights[order[i]];
            if (weight == 0) {
                continue;
            }
            if (distances[i] > thresholds[last]) { // pairs that tie are accepted together
                last++;
                thresholds[last] = distances[i];
                falseAccepts[last] = falseAccepts[last - 1];
                trueAccepts[last] = trueAccepts[last - 1];
            }
            if (same[i]) {
                trueAccepts[last] += weight;
            } else {
                falseAccepts[last] += weight;
            }
        }
        return new RocCurve(Arrays.copyOf(thresholds, last + 1), Arrays.copyOf(falseAccepts, last + 1), Arrays.copyOf(trueAccepts, last + 1));
    }
}
