package facet.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What each line or marker stands for, in rows below the plot: it wraps where XChart's own legend would be cut, and never covers data. */
final class Legend {

    /** Pixels that a marker takes beside a name at a line's end. */
    static final int MARK = 16;

    private static final int ROW = 22;
    private static final int SAMPLE = 34;
    private static final int GAP = 22;

    private final Map<String, Look> entries = new LinkedHashMap<>();

    /** Adds an entry; the same label again is one entry. */
    void add(String label, Look look) {
        entries.putIfAbsent(label, look);
    }

    /** @return the looks by their labels */
    Map<String, Look> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** Draws a marker and behind it a name, as an entry without a line, in the middle of a height. */
    static void mark(Graphics2D graphics, String label, Look look, int x, float middle) {
        graphics.setColor(look.color());
        if (look.marker() == SeriesMarkers.NONE) {
            graphics.setStroke(look.line());
            graphics.draw(new Line2D.Float(x, middle, x + MARK - 4, middle));
        } else {
            look.marker().paint(graphics, x + MARK / 2.0 - 2, middle, XyPlot.MARKER);
        }
        graphics.setColor(Palette.INK);
        graphics.drawString(label, x + MARK, middle + 5);
    }

    /** @return its height in pixels at a width; 0 without entries */
    int height(int width) {
        return entries.isEmpty() ? 0 : rows(width) * ROW + 8;
    }

    /** Draws it with its upper left corner at x, y. */
    void paint(Graphics2D graphics, int x, int y, int width) {
        graphics.setFont(Lettering.TEXT);
        int left = 0;
        int top = y;
        for (Map.Entry<String, Look> entry : entries.entrySet()) {
            int needed = width(entry.getKey());
            if (left > 0 && left + needed > width) {
                left = 0;
                top += ROW;
            }
            sample(graphics, entry.getValue(), x + left, top + ROW / 2);
            graphics.setColor(Palette.INK);
            graphics.drawString(Lettering.cut(Lettering.TEXT, entry.getKey(), width - SAMPLE - 6), x + left + SAMPLE + 6, top + ROW / 2 + 5);
            left += needed + GAP;
        }
    }

    private static void sample(Graphics2D graphics, Look look, int x, int y) {
        graphics.setColor(look.color());
        if (look.line() != null) {
            graphics.setStroke(look.line());
            graphics.drawLine(x, y, x + SAMPLE, y);
        }
        if (look.marker() != SeriesMarkers.NONE) {
            look.marker().paint(graphics, x + SAMPLE / 2.0, y, XyPlot.MARKER);
        }
    }

    private int rows(int width) {
        int rows = 1;
        int left = 0;
        for (String label : entries.keySet()) {
            if (left > 0 && left + width(label) > width) {
                rows++;
                left = 0;
            }
            left += width(label) + GAP;
        }
        return rows;
    }

    private static int width(String label) {
        return SAMPLE + 6 + Lettering.width(Lettering.TEXT, label);
    }
}
