package facet.eval;

import java.util.Locale;

/**
 * How the loss of a triplet grows with d(A, P) - d(A, N). Sources: F. Schroff, D. Kalenichenko, J. Philbin, FaceNet, CVPR 2015 (hinge); A. Hermans, L. Beyer, B. Leibe,
 * In Defense of the Triplet Loss for Person Re-Identification, 2017, arXiv 1703.07737 (soft).
 */
public enum LossForm {
    /** max(d(A, P) - d(A, N) + margin, 0), the paper's: a triplet beyond the margin has no loss. */
    HINGE,
    /** log(1 + exp(d(A, P) - d(A, N))), the soft margin: every triplet has a loss, and there is no margin. */
    SOFT;

    /** Computes the loss of a triplet whose d(A, P) is larger than its d(A, N) by so much; exp never overflows. */
    double loss(double difference, double margin) {
        return this == HINGE ? Math.max(difference + margin, 0) : Math.max(difference, 0) + Math.log1p(Math.exp(-Math.abs(difference)));
    }

    /** @return its name in an experiment: hinge or soft */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
