package facet.eval.verification;

/**
 * The area under the ROC curve (AUC): the chance that a pair of one person lies nearer than a pair of strangers, a tie counting half.
 * Source: J. A. Hanley and B. J. McNeil, The meaning and use of the area under a receiver operating characteristic (ROC) curve, Radiology 143 (1982), 29-36.
 */
public final class AreaUnderCurve {

    private AreaUnderCurve() { }

    /** @return the sum of the trapezoids between the points: Σ (FAR_i - FAR_{i-1}) (TAR_i + TAR_{i-1}) / 2; 0.5 where all distances are equal */
    public static double of(RocCurve curve) {
        double twice = 0; // in pairs of pairs: whole numbers, so that nothing is rounded before the end
        for (int i = 1; i < curve.points(); i++) {
            twice += (double) (curve.falseAccepts(i) - curve.falseAccepts(i - 1)) * (curve.trueAccepts(i) + curve.trueAccepts(i - 1));
        }
        return twice / 2 / curve.impostors() / curve.genuine();
    }
}
