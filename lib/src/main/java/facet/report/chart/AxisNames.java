package facet.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/**
 * Names below an x axis, at 0, 1, 2 and on, all in letters of one size: where they would touch, one has two lines or three, a remark in parentheses on one of its own.
 * XChart would leave out what it finds too long.
 *
 * @param names from left to right
 */
record AxisNames(List<String> names) {

    private static final int LINE = 16;
    private static final int LINES = 2; // if more do not help
    private static final int MOST = 3;
    private static final float LEAST = 11; // pixels: smaller letters are not read on a phone

    private static final int GAP = 6; // between two names, in pixels
    private static final char FIXED = '\u00a0';

    /** The font of all names, and the lines of each. */
    record Fit(Font font, List<List<String>> lines) {

        /** Whether they have so many lines at the most, and no two side by side touch. */
        private boolean fits(int most, int place) {
            return lines.stream().allMatch(name -> name.size() <= most)
                    && IntStream.range(1, lines.size()).allMatch(i -> IntStream.range(0, most).allMatch(line -> (width(i - 1, line) + width(i, line)) / 2 + GAP <= place));
        }

        private int width(int name, int line) {
            return line < lines.get(name).size() ? Lettering.width(font, lines.get(name).get(line)) : 0;
        }
    }

    /** @return the height in pixels at a width; 0 without names */
    int height(int width) {
        return names.isEmpty() ? 0 : LINE * Math.max(LINES, fit(width).lines.stream().mapToInt(List::size).max().orElse(0));
    }

    /** Draws them below the chart's plot, each within its share of the width. */
    void paint(Graphics2D graphics, XYChart chart, int y, int width) {
        if (names.isEmpty()) {
            return;
        }
        Fit fit = fit(width);
        boolean whole = fit.fits(MOST, width / names.size());
        graphics.setColor(Palette.INK);
        graphics.setFont(fit.font);
        for (int i = 0; i < names.size(); i++) {
            List<String> lines = fit.lines.get(i);
            for (int line = 0; line < lines.size(); line++) {
                String shown = whole ? lines.get(line) : Lettering.cut(fit.font, lines.get(line), width / names.size() - GAP);
                graphics.drawString(shown, (float) chart.getScreenXFromChart(i) - graphics.getFontMetrics().stringWidth(shown) / 2f, y + line * LINE);
            }
        }
    }

    /** The largest letters in which all names have two lines; where none of {@link #LEAST} pixels or more do, three. A remark is broken last. */
    Fit fit(int width) {
        int place = width / names.size();
        for (int most = LINES; most <= MOST; most++) {
            for (boolean remarks : new boolean[] {false, true}) {
                for (float size = Lettering.TEXT.getSize2D(); size >= LEAST; size -= 0.5f) {
                    Fit fit = wrapped(size, place - GAP, remarks);
                    if (fit.fits(most, place)) {
                        return fit;
                    }
                }
            }
        }
        return wrapped(LEAST, place - GAP, true);
    }

    private Fit wrapped(float size, int free, boolean remarks) {
        Font font = Lettering.TEXT.deriveFont(size);
        return new Fit(font, names.stream().map(name -> wrapped(font, name, free, remarks)).toList());
    }

    private static List<String> wrapped(Font font, String name, int free, boolean remarks) {
        if (Lettering.width(font, name) <= free) {
            return List.of(name);
        }
        List<String> lines = new ArrayList<>();
        int remark = name.indexOf(" (");
        for (String part : remark > 0 ? List.of(name.substring(0, remark), name.substring(remark + 1)) : List.of(name)) {
            String line = "";
            String glued = part.startsWith("(") && !remarks ? part.replace(' ', FIXED) : part.replace(" + ", " +" + FIXED);
            for (String word : glued.split("(?<=-)(?=[a-z])| ")) { // look-alikes may be broken, ResNet-50 not
                String joined = line.isEmpty() || line.endsWith("-") ? line + word : line + " " + word;
                boolean begins = !line.isEmpty() && Lettering.width(font, joined) > free;
                if (begins) {
                    lines.add(line);
                }
                line = begins ? word : joined;
            }
            lines.add(line);
        }
        lines.replaceAll(line -> line.replace(FIXED, ' '));
        return lines.size() <= MOST ? lines : List.of(lines.get(0), lines.get(1), String.join(" ", lines.subList(2, lines.size())));
    }
}
