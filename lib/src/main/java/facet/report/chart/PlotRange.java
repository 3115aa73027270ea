package facet.report.chart;

/** The values that the axes of a plot begin and end with. */
record PlotRange(double left, double right, double bottom, double top) {

    /** @return how far a value of x lies left of the right side, as a part of the width */
    double fromRight(double x) {
        return (right - x) / (right - left);
    }

    /** @return how far a value of y lies above the lower side, as a part of the height */
    double up(double y) {
        return (y - bottom) / (top - bottom);
    }
}
