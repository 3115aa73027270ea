package facet.eval.compare;

/**
 * How a planned comparison is decided.
 *
 * @param firstEpoch the first epoch whose accuracy counts
 * @param lastEpoch the last one
 * @param level below which an adjusted p-value is a difference
 * @param bound below which a difference is small enough to be called equivalence, in accuracy
 */
public record Plan(int firstEpoch, int lastEpoch, double level, double bound) {

    /** Of notebooks/study-design.md: epochs 6 to 10, 4.8 % after a look at half (O'Brien and Fleming), 5 points. */
    public static final Plan PYRAMID = new Plan(6, 10, 0.048, 0.05);
}
