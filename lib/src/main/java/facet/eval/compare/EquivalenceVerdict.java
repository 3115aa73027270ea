package facet.eval.compare;

import java.util.Locale;

/**
 * The verdict of a registered comparison: whether there is a difference, and whether it is smaller than a bound. Both can hold, or neither.
 *
 * @param difference the better network where the adjusted p-value is below the level
 * @param equivalent whether the difference is smaller than the bound either way
 * @param bound in accuracy, such as 0.05
 */
public record EquivalenceVerdict(Verdict difference, boolean equivalent, double bound) {

    /**
     * Judges a comparison.
     *
     * @param adjusted its p-value, adjusted for the other planned comparisons ({@link Holm})
     * @param level below which it is a difference
     */
    public static EquivalenceVerdict of(UnpairedComparison comparison, double adjusted, double level, double bound) {
        Verdict difference = adjusted >= level ? Verdict.INCONCLUSIVE : comparison.difference() > 0 ? Verdict.FIRST : Verdict.SECOND;
        return new EquivalenceVerdict(difference, comparison.isWithin(bound), bound);
    }

    /** @return such as "P2 better, by less than 5 points" */
    public String text(String first, String second) {
        String points = String.format(Locale.ROOT, "%.0f points", 100 * bound);
        if (difference == Verdict.INCONCLUSIVE) {
            return equivalent ? "equivalent within " + points : "inconclusive";
        }
        return difference.text(first, second) + " better" + (equivalent ? ", by less than " + points : "");
    }
}
