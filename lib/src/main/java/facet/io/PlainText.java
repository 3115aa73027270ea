package facet.io;

/**
 * Makes foreign text harmless for a terminal, a message or a spreadsheet. Names in a list of triplets, names of files and entries of a weights file may hold
 * characters that steer a terminal, turn the reading direction or show nothing, or a formula that a spreadsheet would compute.
 */
public final class PlainText {

    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20"; // the usual signs and their wide forms
    private static final int NON_JOINER = 0x200C; // Persian words and joined emoji need these two
    private static final int JOINER = 0x200D;

    private PlainText() { }

    /** @return the text with what {@link #isPlain} refuses written as {@code \}{@code u001b} */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isPlain(point)) {
                plain.appendCodePoint(point);
            } else {
                Character.toString(point).chars().forEach(c -> plain.append(String.format("\\u%04x", c)));
            }
        });
        return plain.toString();
    }

    /** @return the same in one line, for a message; cut after so many characters, where "..." follows */
    public static String line(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        int end = line.codePointCount(0, line.length()) <= most ? line.length() : line.offsetByCodePoints(0, most);
        return of(line.substring(0, end)) + (end < line.length() ? "..." : "");
    }

    /** @return the same for a cell of a CSV: a text that begins as a formula gets an apostrophe in front, by which a spreadsheet takes it as text */
    public static String cell(String text) {
        String plain = of(text);
        String start = plain.stripLeading();
        return !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0 ? "'" + plain : plain;
    }

    /** @return whether a text holds no control character, line end, change of the reading direction, other format character of Unicode or half of a surrogate pair */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            case Character.FORMAT -> point == NON_JOINER || point == JOINER;
            default -> true;
        };
    }
}
