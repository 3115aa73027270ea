package facet.eval;

/** Formulas for shares of groups, each with its source. */
public final class Statistics {

    /** The standard normal's 97.5 % point: two such tails leave 95 % between them. */
    private static final double Z95 = 1.959963984540054;

    private Statistics() { }

    /**
     * Wilson's score interval, 95 %: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = correct / n.
     * It stays within 0..1 and is usable for 5 groups, where p ± 1.96 √(p(1-p)/n) is not.
     * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
     *
     * @throws IllegalArgumentException where n is 0 or correct is not within 0..n
     */
    public static Interval wilson(long correct, long n) {
        if (n <= 0 || correct < 0 || correct > n) {
            throw new IllegalArgumentException("An interval needs 0 <= correct <= n and n > 0, not " + correct + " of " + n + ".");
        }
        double share = (double) correct / n;
        double square = Z95 * Z95;
        double centre = share + square / (2 * n);
        double half = Z95 * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n));
        double scale = 1 + square / n;
        // At 0 and at n an end is exactly 0 or 1; rounding would leave it a hair beside.
        double low = correct == 0 ? 0 : (centre - half) / scale;
        double high = correct == n ? 1 : (centre + half) / scale;
        return new Interval(low, high);
    }
}
