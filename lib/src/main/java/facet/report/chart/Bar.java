package facet.report.chart;

/**
 * A bar from 0 to a value, with a range.
 *
 * @param name below it, in two lines where it is too wide
 * @param value its height
 * @param low the range's lower end
 * @param high its upper end
 */
public record Bar(String name, double value, double low, double high) { }
