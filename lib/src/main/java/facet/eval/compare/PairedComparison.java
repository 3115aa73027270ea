package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.Statistics;
import facet.eval.TripletDistances;
import java.util.List;

/**
 * The accuracies of two embedders on the same triplets: what is true of these two networks, and of no other seed.
 *
 * @param set the set's name
 * @param both triplets that both classify correctly
 * @param onlyFirst triplets that the first one alone classifies correctly
 * @param onlySecond triplets that the second one alone classifies correctly
 * @param neither triplets that both classify wrongly
 */
public record PairedComparison(String set, int both, int onlyFirst, int onlySecond, int neither) {

    /**
     * Compares triplet by triplet, by the triplets' names.
     *
     * @throws IllegalArgumentException where the triplets are not the same
     */
    public static PairedComparison of(String set, List<TripletDistances> first, List<TripletDistances> second) {
        int[] counts = new int[4];
        for (TripletPair pair : TripletPair.of(set, first, second)) {
            counts[(pair.first().correct() ? 0 : 2) + (pair.second().correct() ? 0 : 1)]++;
        }
        return new PairedComparison(set, counts[0], counts[1], counts[2], counts[3]);
    }

    /** @return the number of triplets */
    public int triplets() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** @return the first one's accuracy */
    public double first() {
        return (double) (both + onlyFirst) / triplets();
    }

    /** @return the second one's accuracy */
    public double second() {
        return (double) (both + onlySecond) / triplets();
    }

    /** @return the first one's accuracy less the second one's */
    public double difference() {
        return (double) (onlyFirst - onlySecond) / triplets();
    }

    /**
     * Computes the difference's 95 % interval ({@link Statistics#pairedDifference}). It is an approximation: with few triplets it may exclude 0 where the
     * exact test is still inconclusive, never the other way round.
     *
     * @throws IllegalArgumentException where there are no triplets
     */
    public Interval interval() {
        return Statistics.pairedDifference(onlyFirst, onlySecond, triplets());
    }

    /** @return the p-value of McNemar's exact test ({@link Statistics#mcNemar}) */
    public double pValue() {
        return Statistics.mcNemar(onlyFirst, onlySecond);
    }

    /** @return the side with the higher accuracy where the test is significant */
    public Verdict verdict() {
        return Verdict.ofTest(pValue(), difference());
    }
}
