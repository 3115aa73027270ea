package facet.eval.reading;

/**
 * What one run measured on one set.
 *
 * @param triplets how many it measured
 * @param draw which triplets: outcomes of one draw are of the same ones
 * @param loss the mean triplet loss after the last epoch
 * @param deviation the standard deviation of the triplets' losses; NaN where they were not kept
 * @param accuracy the share of correct triplets after the last epoch
 * @param best the greatest accuracy after any epoch from the first on
 */
public record SetOutcome(int triplets, long draw, double loss, double deviation, double accuracy, double best) {

    /** @return the accuracy that a stated one is compared with */
    double accuracy(Quantity quantity) {
        return quantity == Quantity.BEST_ACCURACY ? best : accuracy;
    }
}
