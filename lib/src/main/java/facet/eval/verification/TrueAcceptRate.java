package facet.eval.verification;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The true accept rate (TAR) at a false accept rate (FAR): how many pairs of one person are accepted by a threshold that accepts few strangers. */
public final class TrueAcceptRate {

    /**
     * The least number of strangers that may be accepted at the FAR. With fewer a single pair decides: leaving it out moves the FAR by half or more. Three are the
     * least that the field reports, FAR 0.001 on LFW's 3,000 pairs of strangers. The interval of the bootstrap shows how uncertain they are.
     */
    public static final int LEAST_FALSE_ACCEPTS = 3;
    /**
     * Below so many false accepts a sentence goes with the rate. A count of n scatters by √n: with 10 the FAR of the threshold is known to a third, with 3 it may be
     * a fifth or three times of what it seems (Poisson's 95 % interval of 3 is 0.6 to 8.8). The rule of 30 is for ±30 % with 90 % confidence.
     * Source: G. R. Doddington and others, The NIST speaker recognition evaluation, Speech Communication 31 (2000), 225-254.
     */
    static final int USUAL_FALSE_ACCEPTS = 10;

    private TrueAcceptRate() { }

    /** @return the greatest TAR of the points whose FAR is at most the given one; nothing is interpolated, so that the FAR is kept */
    public static double at(double far, RocCurve curve) {
        int i = 0;
        while (i + 1 < curve.points() && curve.far(i + 1) <= far) {
            i++;
        }
        return curve.tar(i);
    }

    /** @return what a reader has to know of a rate that rests on few false accepts; nothing where there are enough, or where it is refused */
    static Optional<String> caution(double far, int impostors) {
        int accepted = (int) (Math.rint(far * impostors * 1e6) / 1e6); // 0.001 of 3,000 are 3, not 2.9999999999999996
        return accepted >= USUAL_FALSE_ACCEPTS || refusal(far, impostors).isPresent() ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "its threshold accepts at most %d of %,d pairs of strangers, so that its FAR, too, is known roughly only.", accepted, impostors));
    }

    /** @return why there are too few pairs of strangers for a FAR; nothing where there are enough */
    public static Optional<String> refusal(double far, int impostors) {
        double least = LEAST_FALSE_ACCEPTS / far;
        return impostors >= Math.rint(least) ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "a FAR of %s takes at least %,.0f pairs of strangers (%d false accepts); there are %,d.",
                new BigDecimal(Double.toString(far)).toPlainString(), Math.rint(least), LEAST_FALSE_ACCEPTS, impostors));
    }
}
