package facet.eval.verification;

import facet.eval.Resamples;
import java.util.List;

/**
 * The receiver operating characteristic: what is accepted at each threshold on the distance. Point 0 accepts nothing, the last one everything. Pairs of equal
 * distance make one point, as in scikit-learn's {@code roc_curve(same, -distance, drop_intermediate=False)}, whose thresholds are the negatives of these.
 */
public final class RocCurve {

    private final double[] thresholds;
    private final long[] falseAccepts;
    private final long[] trueAccepts;

    RocCurve(double[] thresholds, long[] falseAccepts, long[] trueAccepts) {
        this.thresholds = thresholds;
        this.falseAccepts = falseAccepts;
        this.trueAccepts = trueAccepts;
    }

    /** @return the curve of all pairs, each counted once */
    public static RocCurve of(ScoredPairs pairs) {
        return of(pairs.pairs());
    }

    /** @return the curve of any pairs; where a kind is missing, its rate is NaN */
    static RocCurve of(List<ScoredPair> pairs) {
        return new SortedPairs(pairs).curve(Resamples.once(pairs.size()));
    }

    /** @return the number of points */
    public int points() {
        return thresholds.length;
    }

    /** @return the greatest distance that is accepted at a point; minus infinity at point 0 */
    public double threshold(int point) {
        return thresholds[point];
    }

    /** @return how many pairs of strangers are accepted at a point */
    long falseAccepts(int point) {
        return falseAccepts[point];
    }

    /** @return how many pairs of one person are accepted at a point */
    long trueAccepts(int point) {
        return trueAccepts[point];
    }

    /** @return how many pairs are of strangers */
    long impostors() {
        return falseAccepts[falseAccepts.length - 1];
    }

    /** @return how many pairs are of one person */
    long genuine() {
        return trueAccepts[trueAccepts.length - 1];
    }

    /** @return the false accept rate (FAR) at a point: the share of pairs of strangers that are accepted */
    public double far(int point) {
        return (double) falseAccepts[point] / impostors();
    }

    /** @return the true accept rate (TAR) at a point: the share of pairs of one person that are accepted */
    public double tar(int point) {
        return (double) trueAccepts[point] / genuine();
    }

    /** @return the false reject rate (FRR) at a point: the share of pairs of one person that are rejected */
    public double frr(int point) {
        return (double) (genuine() - trueAccepts[point]) / genuine();
    }
}
