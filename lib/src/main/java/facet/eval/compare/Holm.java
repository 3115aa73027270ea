package facet.eval.compare;

import java.util.stream.IntStream;

/** Holm's adjustment of the p-values of several planned comparisons (S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70). */
public final class Holm {

    private Holm() { }

    /** @return the adjusted p-values in the order of those given: with each below a level, the chance of any wrong difference is below it, too */
    public static double[] adjusted(double... pValues) {
        int[] ascending = IntStream.range(0, pValues.length).boxed().sorted((a, b) -> Double.compare(pValues[a], pValues[b])).mapToInt(i -> i).toArray();
        double[] adjusted = new double[pValues.length];
        double most = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            most = Math.max(most, Math.min(1, (pValues.length - rank) * pValues[ascending[rank]]));
            adjusted[ascending[rank]] = most;
        }
        return adjusted;
    }
}
