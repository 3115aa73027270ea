package facet.eval.verification;

/**
 * The equal error rate (EER): where the false accept rate equals the false reject rate. Between two points the curve is a straight line, as for the area:
 * a threshold that lies between them accepts a part of the ties at random.
 * Source: A. Martin and others, The DET curve in assessment of detection task performance, Eurospeech 1997, 1895-1898.
 */
public final class EqualErrorRate {

    private EqualErrorRate() { }

    /** @return the rate, from 0 to 1; 0.5 where all distances are equal */
    public static double of(RocCurve curve) {
        int i = 1;
        while (curve.far(i) < curve.frr(i)) { // the last point has FAR 1 and FRR 0
            i++;
        }
        double before = curve.frr(i - 1) - curve.far(i - 1);
        double after = curve.far(i) - curve.frr(i);
        return curve.far(i - 1) + before / (before + after) * (curve.far(i) - curve.far(i - 1));
    }
}
