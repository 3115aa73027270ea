package facet.eval.compare;

import facet.eval.Measurements;
import java.util.List;

/**
 * Two measurements with one seed, such as of two networks after an epoch, or of one network after two epochs.
 *
 * @param seed of both trainings, or of the one
 * @param first what the first side measured
 * @param second what the second side measured
 */
public record MeasuredPair(long seed, Measurements first, Measurements second) {

    /** Pairs the triplets of several sets as if they were one. */
    List<TripletPair> triplets(List<String> sets) {
        String[] names = sets.toArray(String[]::new);
        return TripletPair.of(String.join(", ", sets), first.together(names), second.together(names));
    }
}
