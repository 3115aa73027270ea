package facet.eval.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What tests of readings measure. */
public final class Outcomes {

    private Outcomes() { }

    /** A set on triplets of its own. */
    public static SetOutcome set(int triplets, long draw, double loss, double accuracy) {
        return new SetOutcome(triplets, draw, loss, Double.NaN, accuracy, accuracy);
    }

    /** A run that measured the test set on triplets of its own. */
    public static SeedOutcome seed(long seed, double loss, double accuracy) {
        return new SeedOutcome(seed, false, Map.of("test", set(170, seed, loss, accuracy)), List.of(3.0, 2.0, 1.0));
    }

    /** A run that diverged. */
    public static SeedOutcome diverged(long seed) {
        return new SeedOutcome(seed, true, Map.of(), List.of(3.0));
    }

    /** A reading at the rate 0.001 with runs of one loss and accuracy each. */
    public static Reading reading(String name, double[] losses, double[] accuracies) {
        return new Reading(name, Map.of(0.001, IntStream.range(0, losses.length).mapToObj(i -> seed(i, losses[i], accuracies[i])).toList()));
    }
}
