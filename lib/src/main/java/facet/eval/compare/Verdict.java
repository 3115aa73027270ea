package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.Statistics;

/** The verdict of a comparison of two sides. */
public enum Verdict {

    /** The first side is better. */
    FIRST,
    /** The second side is better. */
    SECOND,
    /** The data do not show a difference. */
    INCONCLUSIVE;

    /** How many triplets have to differ. With five, even McNemar's exact test is inconclusive where all of them favour one side: p = 2 / 2⁵ = 0.06. */
    static final int LEAST_DIFFERENT = 6;

    /**
     * Judges by a test.
     *
     * @param pValue two-sided
     * @param advantage of the first side over the second, positive where the first is better
     * @return the better side where p is below {@link Statistics#SIGNIFICANCE}
     */
    static Verdict ofTest(double pValue, double advantage) {
        return pValue < Statistics.SIGNIFICANCE ? better(advantage) : INCONCLUSIVE;
    }

    /** @return the better side where the interval of the difference excludes 0 */
    static Verdict ofInterval(Interval difference, double advantage) {
        return difference.contains(0) ? INCONCLUSIVE : better(advantage);
    }

    /** @return the same, but inconclusive where fewer than {@link #LEAST_DIFFERENT} triplets differ */
    static Verdict ofTriplets(Interval difference, double advantage, long different) {
        return different < LEAST_DIFFERENT ? INCONCLUSIVE : ofInterval(difference, advantage);
    }

    private static Verdict better(double advantage) {
        return advantage > 0 ? FIRST : SECOND;
    }

    /** @return the name of the better side, or "inconclusive" */
    public String text(String first, String second) {
        return switch (this) {
            case FIRST -> first;
            case SECOND -> second;
            case INCONCLUSIVE -> "inconclusive";
        };
    }
}
