package facet.eval;

/**
 * A closed range of plausible values, such as a 95 % confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) { // nor with an end that is NaN
            throw new IllegalArgumentException("An interval runs from low to high, not from " + low + " to " + high + ".");
        }
    }

    /** @return whether the value lies within, the ends included */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
