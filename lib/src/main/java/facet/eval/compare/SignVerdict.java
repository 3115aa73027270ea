package facet.eval.compare;

import java.util.List;

/**
 * Whether the differences of a few seeds all have the sign that was claimed. It describes these seeds and is no test: of three seeds without any difference, one in
 * four times all have one sign by chance.
 */
public enum SignVerdict {
    /** All seeds have the claimed sign. */
    AS_CLAIMED,
    /** All seeds have the other sign. */
    OTHER_WAY,
    /** Some have one and some the other, or a difference is 0. */
    MIXED,
    /** A seed has no difference: its run did not come so far. */
    NOT_MEASURED;

    /**
     * Compares signs.
     *
     * @param claimed above 0 or below: 1 or -1
     * @param differences of each seed; NaN where there is none
     * @throws IllegalArgumentException where there is no seed
     */
    public static SignVerdict of(int claimed, List<Double> differences) {
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("No seed has a difference: a verdict needs one or more.");
        }
        if (differences.stream().anyMatch(difference -> difference.isNaN())) {
            return NOT_MEASURED;
        }
        if (differences.stream().allMatch(difference -> difference * claimed > 0)) {
            return AS_CLAIMED;
        }
        return differences.stream().allMatch(difference -> difference * claimed < 0) ? OTHER_WAY : MIXED;
    }
}
