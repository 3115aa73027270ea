package facet.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** How tables print numbers: 1,361 and 0.333, never 0.3333333333333333. */
public final class Numbers {

    /** An en dash in place of a number that there is not. */
    public static final String MISSING = "\u2013";

    private static final double LARGE = 1e5; // a loss of that size has exploded: its digits say nothing
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"; // 0 to 9

    private Numbers() { }

    /** @return the number with commas between its thousands */
    public static String integer(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** @return the number as one writes it: 1 for 1.0, 0.5 for 0.5 */
    public static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** @return a power of ten, such as 10\u2079 */
    public static String power(long exponent) {
        return "10" + String.valueOf(exponent).chars().mapToObj(digit -> digit == '-' ? "\u207b" : SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1)).collect(Collectors.joining());
    }

    /** @return three decimals; two significant digits where those would be all zero, and from a hundred thousand on; no decimals from a thousand on; an en dash for NaN */
    public static String decimal(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (value != 0 && Math.abs(value) < 0.0005) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        if (Math.abs(value) >= LARGE && Double.isFinite(value)) {
            String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
            return parts[0] + " \u00d7 " + power(Long.parseLong(parts[1]));
        }
        return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.3f" : "%,.0f", value);
    }
}
