package facet.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** A white image to draw on: needs no display, and is opaque, so that a dark theme does not swallow its text. */
final class Canvas {

    private Canvas() { }

    /** @return an image of so many pixels with the drawing on it */
    static BufferedImage image(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        paint(graphics, width, height, drawing);
        graphics.dispose();
        return image;
    }

    /** Draws on white with the graphics' best quality, whether it makes pixels or lines. */
    static void paint(Graphics2D graphics, int width, int height, Consumer<Graphics2D> drawing) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.BACKGROUND);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.TEXT);
        drawing.accept(graphics);
    }
}
