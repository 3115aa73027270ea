package facet.eval;

import java.util.List;

/**
 * The loss of a measured triplet, by the formula that trains, so that the losses of training, validation and test compare.
 *
 * @param form hinge or soft
 * @param distance that it takes
 * @param margin of the hinge, in units of that distance
 */
public record MeasuredLoss(LossForm form, Distance distance, double margin) {

    /** @return the paper's: the hinge of Euclidean distances (section 2.3) */
    public static MeasuredLoss hinge(double margin) {
        return new MeasuredLoss(LossForm.HINGE, Distance.EUCLIDEAN, margin);
    }

    /** @return the loss of one triplet, whose distances are Euclidean */
    public double of(TripletDistances triplet) {
        return form.loss(distance.of(triplet.anchorPositive()) - distance.of(triplet.anchorNegative()), margin);
    }

    /** @return the mean over triplets; NaN where there are none */
    public double mean(List<TripletDistances> triplets) {
        return triplets.stream().mapToDouble(this::of).average().orElse(Double.NaN);
    }
}
