package facet.report;

import facet.eval.Interval;
import java.util.Locale;

/** How tables print intervals. */
public final class IntervalText {

    private IntervalText() { }

    /** @return the interval of a share, such as 0.671 – 0.801 */
    public static String share(Interval interval) {
        return String.format(Locale.ROOT, "%.3f \u2013 %.3f", interval.low(), interval.high());
    }

    /** @return an interval of any size, such as 225.058 – 6,973 */
    public static String decimals(Interval interval) {
        return Numbers.decimal(interval.low()) + " \u2013 " + Numbers.decimal(interval.high());
    }

    /** @return the interval of a difference, with signs, since its ends may lie on both sides of 0: such as -0.012 to +0.034 */
    public static String difference(Interval interval) {
        return String.format(Locale.ROOT, "%+.3f to %+.3f", interval.low(), interval.high());
    }
}
