package facet.benchmark;

import java.util.Locale;

/**
 * A goal and how far it was reached.
 *
 * @param text what is meant
 * @param measured what was reached
 * @param wanted at least
 * @param format of both numbers
 */
public record Goal(String text, double measured, double wanted, String format) {

    static Goal times(String text, double measured, double wanted) {
        return new Goal(text, measured, wanted, "%.2f");
    }

    static Goal share(String text, double measured, double wanted) {
        return new Goal(text, 100 * measured, 100 * wanted, "%.0f %%");
    }

    /** @return whether it was reached, before any rounding */
    public boolean met() {
        return measured >= wanted;
    }

    /** @return a line such as "met: training ...: 2.80 (at least 2.50)" */
    public String line() {
        return String.format(Locale.ROOT, "%s: %s: " + format + " (at least " + format + ")", met() ? "met" : "NOT met", text, measured, wanted);
    }
}
