package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.MeasuredLoss;
import facet.eval.Statistics;
import facet.eval.TripletDistances;
import java.util.List;

/**
 * The mean losses of two embedders on the same triplets; what {@link PairedComparison} is to accuracy.
 *
 * @param set the set's name
 * @param triplets how many triplets it has
 * @param first mean loss with the first one
 * @param second the same with the second one
 * @param interval of the first mean less the second, 95 % ({@link Statistics#mean}, over the triplets); a few triplets with large losses make it an approximation
 */
public record PairedLoss(String set, int triplets, double first, double second, Interval interval) {

    /**
     * Compares triplet by triplet, by the triplets' names.
     *
     * @throws IllegalArgumentException where the triplets are not the same, or fewer than two
     */
    public static PairedLoss of(String set, List<TripletDistances> first, List<TripletDistances> second, MeasuredLoss loss) {
        double[] changes = TripletPair.of(set, first, second).stream()
                .mapToDouble(pair -> loss.of(pair.first()) - loss.of(pair.second())).toArray();
        return new PairedLoss(set, first.size(), loss.mean(first), loss.mean(second), Statistics.mean(changes));
    }

    /** @return the first mean less the second */
    public double difference() {
        return first - second;
    }

    /** @return the side with the lower loss where the interval excludes 0 */
    public Verdict verdict() {
        return Verdict.ofInterval(interval, second - first);
    }
}
