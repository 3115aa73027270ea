package facet.report;

import java.math.BigDecimal;
import java.util.Locale;

/** How tables print numbers: 1,361 and 0.333, never 0.3333333333333333. */
public final class Numbers {

    /** An en dash in place of a number that there is not. */
    public static final String MISSING = "\u2013";

    private Numbers() { }

    /** @return the number with commas between its thousands */
    public static String integer(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** @return the number as one writes it: 1 for 1.0, 0.5 for 0.5 */
    public static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** @return three decimals; two significant digits where those would be all zero; none from a thousand on; an en dash for NaN */
    static String decimal(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (value != 0 && Math.abs(value) < 0.0005) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.3f" : "%,.0f", value);
    }
}
