package facet.report.chart;

import facet.eval.Interval;
import facet.report.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.DoubleFunction;

/** Describes in words what a plot shows: its title, its axes, where each line begins and ends, each value with its interval. */
final class FigureText {

    private final String title;
    private final String across;
    private final String up;
    private final List<String> parts = new ArrayList<>();
    private List<String> places = List.of();
    private DoubleFunction<String> number = FigureText::number;

    FigureText(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Sets how a value of y is written; with three significant digits without it. */
    void numbers(DoubleFunction<String> said) {
        number = said;
    }

    /** Sets the names of the places 0, 1, 2 and on of the x axis. */
    void names(List<String> below) {
        places = below;
    }

    /** Adds a line, or points, unless they only guide the eye or lie behind a line. */
    void add(PlotLine line) {
        int last = line.last();
        if (last < 0 || line.look().color().equals(Palette.FAINT) || line.name().isEmpty()) {
            return;
        }
        int first = 0;
        while (!Double.isFinite(line.y()[first])) {
            first++;
        }
        parts.add(line.look().line() == null && last > 0 ? line.name() + ": " + (last + 1) + " points"
                : line.name() + ": " + number.apply(line.y()[first]) + " at " + number(line.x()[first])
                        + (last > first ? ", " + number.apply(line.y()[last]) + " at " + number(line.x()[last]) : ""));
    }

    /** Adds a value with its interval at a place across. */
    void add(String name, double x, double value, Interval interval) {
        int place = (int) Math.round(x);
        parts.add((place >= 0 && place < places.size() ? places.get(place) + ", " : "") + name + ": " + number.apply(value)
                + " (" + number.apply(interval.low()) + " to " + number.apply(interval.high()) + ")");
    }

    /** Adds a line to compare with. */
    void add(Reference reference) {
        parts.add("a line at " + reference.label());
    }

    /** @return a sentence a part, without the text's own line breaks */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner("; ", "Chart: " + title + (title.isEmpty() || title.endsWith(".") || title.endsWith("?") ? " " : ". ")
                + axes(), ".");
        parts.forEach(text::add);
        return text.toString();
    }

    /** Writes the number whose logarithm to the base of ten a plot shows. */
    static String ofLogarithm(double logarithm) {
        return number(Math.pow(10, logarithm));
    }

    private String axes() {
        String by = up.isEmpty() || across.isEmpty() ? "" : " by ";
        return up.isEmpty() && across.isEmpty() ? "" : up + by + across + ". ";
    }

    /** Writes a number with three significant digits. */
    static String number(double value) {
        return Double.isFinite(value) ? Numbers.plain(new BigDecimal(value).round(new MathContext(3)).doubleValue()) : Numbers.MISSING;
    }
}
