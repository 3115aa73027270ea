package facet.report.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;

/** Draws letters as outlines: a file looks as the notebook does, also where a reader has other fonts. VectorGraphics2D's own hint for it does nothing in SVG and PDF. */
final class OutlinePen extends VectorGraphics2D {

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        fill(getFont().createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
    }
}
