package facet.study;

import facet.io.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the line that somebody mistyped in a file that is no YAML. SnakeYAML names what it met behind that line, in words of its grammar. */
final class SlippedLine {

    private static final Pattern WORDS = Pattern.compile("([A-Za-z][A-Za-z-]*)(\\s*[=:]\\s*|\\s+)([^\\s:=\\[{][^:=]*|\\[.*)");
    private static final int SHOWN = 40; // characters

    private SlippedLine() { }

    /** Returns a sentence about the first line with a tab, or without a colon and a space; nothing where there is none. */
    static Optional<String> in(String yaml) {
        String[] lines = yaml.lines().toArray(String[]::new);
        return IntStream.range(0, lines.length).boxed().flatMap(i -> said(lines[i].replaceFirst("(^|\\s)#.*", "")).map(words -> "Line " + (i + 1) + " " + words).stream()).findFirst();
    }

    private static Optional<String> said(String line) {
        if (line.matches("\\s*\\t.*|[^#]*:\\s*\\t.*")) {
            return Optional.of("has a tab: replace it by spaces.");
        }
        Matcher words = WORDS.matcher(line.strip());
        if (!words.matches() || words.group(2).startsWith(":") && !words.group(2).equals(":")) {
            return Optional.empty();
        }
        String colon = words.group(2).equals(":") ? "has no space behind its colon" : "has no colon";
        return Optional.of(String.format(Locale.ROOT, "%s: write %s: %s.", colon, Settings.shown(words.group(1)), PlainText.line(words.group(3), SHOWN)));
    }
}
