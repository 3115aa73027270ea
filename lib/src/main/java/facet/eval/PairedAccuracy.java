package facet.eval;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Two embedders on the same groups.
 *
 * @param set the set's name
 * @param both groups that both get right
 * @param onlyFirst groups that the first one alone gets right
 * @param onlySecond groups that the second one alone gets right
 * @param neither groups that both get wrong
 */
public record PairedAccuracy(String set, int both, int onlyFirst, int onlySecond, int neither) {

    /**
     * Compares group by group, by the groups' names.
     *
     * @throws IllegalArgumentException where the groups are not the same
     */
    public static PairedAccuracy of(String set, List<TripletDistances> first, List<TripletDistances> second) {
        int[] counts = new int[4];
        for (GroupPair pair : GroupPair.of(set, first, second)) {
            counts[(pair.first().correct() ? 0 : 2) + (pair.second().correct() ? 0 : 1)]++;
        }
        return new PairedAccuracy(set, counts[0], counts[1], counts[2], counts[3]);
    }

    /** @return the number of groups */
    public int groups() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** @return the first one's accuracy less the second one's */
    public double difference() {
        return (double) (onlyFirst - onlySecond) / groups();
    }

    /**
     * The difference's 95 % interval ({@link Statistics#pairedDifference}).
     *
     * @throws IllegalArgumentException where there are no groups
     */
    public Interval interval() {
        return Statistics.pairedDifference(onlyFirst, onlySecond, groups());
    }

    /**
     * McNemar's exact test: where the two are equally good, each group that only one gets right is a fair coin's throw.
     *
     * @return the two-sided p-value; 1 where they never differ (Q. McNemar, Psychometrika 12 (1947), 153-157)
     */
    public double pValue() {
        // Not commons-math's BinomialTest: where the two are equal it counts the middle twice and gives more than 1.
        BinomialDistribution coin = new BinomialDistribution(null, onlyFirst + onlySecond, 0.5);
        return Math.min(1, 2 * coin.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }
}
