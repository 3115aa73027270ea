package facet.benchmark;

import facet.io.AtomicFile;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that a benchmark fills: what stands between two comments. */
final class PageSection {

    static final String BEGIN = "<!-- benchmark: written by environment/facet benchmark --write -->";
    static final String END = "<!-- /benchmark -->";

    private PageSection() { }

    /** Throws where a file has no such part: better before hours of measuring than after. */
    static void check(Path file) {
        replaced(file, "");
    }

    /** Replaces the part; all else stays as it is. */
    static void write(Path file, String text) {
        String page = replaced(file, text);
        AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static String replaced(Path file, String text) {
        try {
            String page = Files.readString(file);
            int begin = page.indexOf(BEGIN);
            int end = page.indexOf(END, Math.max(begin, 0));
            if (begin < 0 || end < 0) {
                throw new FacetException(file + " has no place for the results: add the lines " + BEGIN + " and " + END + ".");
            }
            return page.substring(0, begin + BEGIN.length()) + "\n" + text.strip() + "\n" + page.substring(end);
        } catch (IOException e) {
            throw new FacetException("Can't read " + file + " (" + e.getMessage() + ").", e);
        }
    }
}
