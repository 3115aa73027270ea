package facet.report.chart;

/**
 * A horizontal line to compare with.
 *
 * @param label such as {@code "chance 0.5"}
 * @param value where it lies, in the axis's unit
 */
public record Reference(String label, double value) {

    /** An accuracy that guessing reaches: the nearer of two images at random. */
    public static final Reference CHANCE = new Reference("chance 0.5", 0.5);

    /** @return the paper's number, labelled "paper" and with the digits that the paper prints */
    static Reference paper(double value) {
        return new Reference("paper " + value, value);
    }
}
