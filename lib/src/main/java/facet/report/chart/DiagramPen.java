package facet.report.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;

/**
 * Draws what a network's diagram is made of; in grey what the embedding does not depend on.
 *
 * @param graphics where it draws
 */
record DiagramPen(Graphics2D graphics) {

    static final int BOX_WIDTH = 190;
    static final int BOX_HEIGHT = 46;

    /** Writes a heading above a column of boxes. */
    void heading(String text, int x) {
        graphics.setColor(Palette.DIAGRAM_INK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        centre(text, x + BOX_WIDTH / 2, 32);
    }

    /** Draws a box with a name and a shape, its upper left corner at x, y. */
    void box(int x, int y, String name, String shape, boolean used) {
        graphics.setStroke(new BasicStroke(2));
        graphics.setColor(used ? Palette.USED : Palette.UNUSED);
        graphics.drawRoundRect(x, y, BOX_WIDTH, BOX_HEIGHT, 10, 10);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        centre(name, x + BOX_WIDTH / 2, y + 19);
        graphics.setColor(used ? Palette.DIAGRAM_INK : Palette.UNUSED);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        centre(shape, x + BOX_WIDTH / 2, y + 38);
    }

    /** Draws an arrow from the first point to the second, its label right of it where it is vertical, else above it. */
    void arrow(int x1, int y1, int x2, int y2, String label, boolean used) {
        graphics.setColor(used ? Palette.DIAGRAM_INK : Palette.UNUSED);
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.drawLine(x1, y1, x2, y2);
        double angle = Math.atan2(y2 - y1, x2 - x1);
        for (double side : new double[] {2.6, -2.6}) {
            graphics.drawLine(x2, y2, (int) Math.round(x2 + 9 * Math.cos(angle + side)), (int) Math.round(y2 + 9 * Math.sin(angle + side)));
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        if (x1 == x2) {
            graphics.drawString(label, x1 + 8, (y1 + y2) / 2 + 5);
        } else {
            centre(label, (x1 + x2) / 2, y1 - 6);
        }
    }

    private void centre(String text, int x, int y) {
        graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, y);
    }
}
