package facet.eval.verification;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The true accept rate (TAR) at a false accept rate (FAR): how many pairs of one person are accepted by a threshold that accepts few strangers. */
public final class TrueAcceptRate {

    /**
     * The least number of strangers that may be accepted at the FAR. A count of n scatters by √n, so that with 10 the FAR of the threshold is known to a third.
     * The rule of 30 asks for more, ±30 % with 90 % confidence; LFW's 3,000 pairs would meet it at FAR 0.01 only just.
     * Source: G. R. Doddington and others, The NIST speaker recognition evaluation, Speech Communication 31 (2000), 225-254.
     */
    public static final int LEAST_FALSE_ACCEPTS = 10;

    private TrueAcceptRate() { }

    /** @return the greatest TAR of the points whose FAR is at most the given one; nothing is interpolated, so that the FAR is kept */
    public static double at(double far, RocCurve curve) {
        int i = 0;
        while (i + 1 < curve.points() && curve.far(i + 1) <= far) {
            i++;
        }
        return curve.tar(i);
    }

    /** @return why there are too few pairs of strangers for a FAR; nothing where there are enough */
    public static Optional<String> refusal(double far, int impostors) {
        double least = LEAST_FALSE_ACCEPTS / far;
        return impostors >= Math.rint(least) ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "a FAR of %s takes at least %,.0f pairs of strangers (%d false accepts); there are %,d.",
                new BigDecimal(Double.toString(far)).toPlainString(), Math.rint(least), LEAST_FALSE_ACCEPTS, impostors));
    }
}
