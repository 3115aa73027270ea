package facet.eval.verification;

/**
 * The accuracy on one fold, at the threshold that was chosen on the others.
 *
 * @param fold its name
 * @param threshold the one of highest accuracy on all other folds ({@link BestThreshold})
 * @param correct how many of its pairs are classified correctly
 * @param pairs how many pairs it has
 */
public record FoldAccuracy(String fold, double threshold, int correct, int pairs) {

    /** @return the share of its pairs that are classified correctly */
    public double accuracy() {
        return (double) correct / pairs;
    }
}
