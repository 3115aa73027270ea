package facet.eval.verification;

/** The threshold of highest accuracy: pairs with a distance below it are taken for one person. */
public final class BestThreshold {

    private BestThreshold() { }

    /**
     * Compares all thresholds that part the pairs differently.
     *
     * @return of the best ones the lowest. It lies midway between two distances; at the least distance where it accepts no pair, and just above the greatest one
     *     where it accepts all
     */
    public static double of(RocCurve curve) {
        int best = 0;
        for (int i = 1; i < curve.points(); i++) {
            if (correct(curve, i) > correct(curve, best)) {
                best = i;
            }
        }
        double nearer = curve.threshold(best); // minus infinity where nothing is accepted
        if (best + 1 == curve.points()) {
            return Math.nextUp(nearer);
        }
        double farther = curve.threshold(best + 1);
        double middle = nearer + (farther - nearer) / 2;
        return middle > nearer && middle < farther ? middle : farther; // nothing lies between two neighbours, nor midway from minus infinity
    }

    private static long correct(RocCurve curve, int point) {
        return curve.trueAccepts(point) + curve.impostors() - curve.falseAccepts(point);
    }
}
