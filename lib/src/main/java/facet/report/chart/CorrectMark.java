package facet.report.chart;

import java.awt.Graphics2D;

/** Whether a triplet is correct: a drawn tick or cross and its word, so that neither colour nor a font's glyph is needed. */
final class CorrectMark {

    private CorrectMark() { }

    static void paint(Graphics2D graphics, boolean correct, int x, int baseline) {
        graphics.setColor(correct ? Palette.CORRECT : Palette.WRONG);
        graphics.setStroke(Look.of(0, 0).line());
        if (correct) {
            graphics.drawPolyline(new int[] {x + 1, x + 5, x + 13}, new int[] {baseline - 5, baseline - 1, baseline - 11}, 3);
        } else {
            graphics.drawLine(x + 2, baseline - 10, x + 11, baseline - 1);
            graphics.drawLine(x + 2, baseline - 1, x + 11, baseline - 10);
        }
        graphics.setColor(Palette.INK);
        graphics.drawString(correct ? "correct" : "wrong", x + 20, baseline);
    }
}
