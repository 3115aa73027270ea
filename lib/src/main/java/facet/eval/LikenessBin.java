package facet.eval;

/**
 * Triplets of about the same likeness.
 *
 * @param low the least likeness
 * @param high the greatest likeness
 * @param middle the mean likeness, where a curve has its point
 * @param triplets how many there are
 * @param people how many people their anchors show
 * @param share of the triplets that are counted, such as the correct ones
 * @param interval of the share, 95 %
 */
public record LikenessBin(double low, double high, double middle, int triplets, int people, double share, Interval interval) { }
