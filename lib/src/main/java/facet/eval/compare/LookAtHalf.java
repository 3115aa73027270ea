package facet.eval.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The one look at a planned study when half of its seeds are trained. It ends the study only where every primary comparison is decided at a stricter level than that of the
 * end (O'Brien and Fleming). Otherwise the study goes on, and the look gives no verdict.
 *
 * @param comparisons the primary ones, of the seeds so far
 * @param level below which each adjusted p-value must lie, such as 0.005
 */
public record LookAtHalf(List<PlannedComparison> comparisons, double level) {

    public LookAtHalf {
        comparisons = List.copyOf(comparisons);
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("A look needs at least one comparison.");
        }
    }

    /** @return whether the study ends here */
    public boolean ends() {
        return comparisons.stream().allMatch(comparison -> comparison.adjusted() < level);
    }

    /** @return such as "adjusted p = 0.612, 0.003; below 0.005 in all of them: no. The study goes on" */
    public String text() {
        String found = comparisons.stream().map(comparison -> String.format(Locale.ROOT, "%.3f", comparison.adjusted())).collect(Collectors.joining(", "));
        return "adjusted p = " + found + "; below " + level + " in all of them: " + (ends() ? "yes. The study ends" : "no. The study goes on");
    }
}
