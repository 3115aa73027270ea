package facet.eval.compare;

import java.util.List;

/**
 * Whether the differences of a few seeds all have the sign that was claimed. It describes these seeds and is no test: without any difference, three seeds agree in
 * sign by chance in one case of four.
 */
public enum SignVerdict {
    /** All seeds have the claimed sign. */
    AS_CLAIMED,
    /** All seeds have the other sign. */
    OTHER_WAY,
    /** Some have one and some the other, or a difference is 0. */
    MIXED,
    /** A seed was not measured: its run did not come so far. */
    NOT_MEASURED;

    /**
     * Compares signs.
     *
     * @param higher whether differences above 0 are claimed, or below
     * @param differences of each seed; NaN where it was not measured
     * @throws IllegalArgumentException where there is no seed
     */
    public static SignVerdict of(boolean higher, List<Double> differences) {
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("There is no seed: a verdict needs one or more.");
        }
        if (differences.stream().anyMatch(difference -> difference.isNaN())) {
            return NOT_MEASURED;
        }
        if (differences.stream().allMatch(difference -> higher ? difference > 0 : difference < 0)) {
            return AS_CLAIMED;
        }
        return differences.stream().allMatch(difference -> higher ? difference < 0 : difference > 0) ? OTHER_WAY : MIXED;
    }
}
