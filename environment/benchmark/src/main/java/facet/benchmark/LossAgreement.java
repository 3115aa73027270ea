package facet.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * Whether both sides compute the same: their losses in the same steps from the same weights, on the same images.
 *
 * @param distance relative L2 distance of the two curves, ||ours - theirs|| / ||theirs||
 * @param worst the largest relative difference of a step
 * @param worstStep where it is, from 1
 * @param steps how many
 */
public record LossAgreement(double distance, double worst, int worstStep, int steps) {

    /** What float32 rounding, amplified by gentle training, may come to. */
    public static final double TOLERANCE = 1e-3;

    /** @return the agreement of two curves of the same length */
    public static LossAgreement of(List<Double> ours, List<Double> theirs) {
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalArgumentException("Curves of " + ours.size() + " and " + theirs.size() + " steps can't be compared.");
        }
        double squares = 0;
        double norm = 0;
        double worst = -1;
        int worstStep = 0;
        for (int i = 0; i < ours.size(); i++) {
            double difference = ours.get(i) - theirs.get(i);
            squares += difference * difference;
            norm += theirs.get(i) * theirs.get(i);
            double relative = difference == 0 ? 0 : Math.abs(difference / theirs.get(i));
            if (Double.compare(relative, worst) > 0) { // a NaN is more than all numbers, and stays
                worst = relative;
                worstStep = i + 1;
            }
        }
        return new LossAgreement(squares == 0 ? 0 : Math.sqrt(squares / norm), worst, worstStep, ours.size());
    }

    /** @return whether the curves are closer than the tolerance */
    public boolean agrees() {
        return distance <= TOLERANCE;
    }

    /** @return a sentence with the verdict */
    public String text() {
        return String.format(Locale.ROOT, "Losses of %d steps from the same weights and images (learning rate %.0e), Facet fp32 and PyTorch plain:"
                + " relative L2 distance %.1e (tolerance %.0e), worst step %.1e (step %d): %s.",
                steps, Tasks.GENTLE_LEARNING_RATE, distance, TOLERANCE, worst, worstStep, agrees() ? "they agree" : "THEY DO NOT AGREE");
    }
}
