package facet.eval.reading;

/** What a paper states of a set after its last epoch. */
public enum Quantity {
    /** The mean triplet loss. */
    LOSS,
    /** The share of correct triplets. */
    ACCURACY,
    /** The greatest accuracy after any of the epochs. */
    BEST_ACCURACY
}
