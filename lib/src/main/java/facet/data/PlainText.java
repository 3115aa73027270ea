package facet.data;

/**
 * Makes text of foreign files harmless: names in a list of groups and names of files may hold characters that steer a terminal, or a
 * formula that a spreadsheet would compute.
 */
public final class PlainText {

    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20"; // the usual signs and their wide forms

    private PlainText() { }

    /** @return the text with control characters, line ends and changes of the reading direction written as {@code \}{@code u001b} */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (steers((char) c)) {
                plain.append(String.format("\\u%04x", c));
            } else {
                plain.append((char) c);
            }
        });
        return plain.toString();
    }

    /** @return the same for a cell of a CSV: a text that begins as a formula gets an apostrophe in front, by which a spreadsheet takes it as text */
    public static String cell(String text) {
        String plain = of(text);
        String start = plain.stripLeading();
        return !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0 ? "'" + plain : plain;
    }

    private static boolean steers(char c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
