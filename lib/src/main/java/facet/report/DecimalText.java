package facet.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** {@link Numbers#decimal} in the form that Tablesaw takes: a table printed as text has the numbers of the same table as HTML. */
public final class DecimalText extends NumberFormat {

    private static final long serialVersionUID = 1;

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        return text.append(Numbers.decimal(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return text.append(Numbers.integer(number));
    }

    /** @throws UnsupportedOperationException always: tables are printed, not read */
    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("Tables are printed, not read.");
    }
}
