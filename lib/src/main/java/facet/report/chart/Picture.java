package facet.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** A white image and what is drawn on it: works without a display, opaque so that a dark theme does not swallow its text. */
final class Picture {

    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

    private Picture() { }

    /** @return an image of so many pixels with the drawing on it */
    static BufferedImage of(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Look.INK);
        graphics.setFont(TEXT);
        drawing.accept(graphics);
        graphics.dispose();
        return image;
    }

    /** @return the width of a text in pixels */
    static int width(Font font, String text) {
        // A graphics of a throw-away image: font metrics need one, also without a display.
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int width = graphics.getFontMetrics(font).stringWidth(text);
        graphics.dispose();
        return width;
    }

    /** @return the font, smaller where the text would not fit the width, but at least 9 */
    static Font fit(Font font, String text, int width) {
        Font fitting = font;
        // Step by step: a text's width does not shrink in proportion to its size.
        while (fitting.getSize2D() > 9 && width(fitting, text) > width) {
            fitting = fitting.deriveFont(fitting.getSize2D() - 0.5f);
        }
        return fitting;
    }

    /** @return the text, shortened with "..." to the width in pixels */
    static String cut(Font font, String text, int width) {
        String shown = text;
        while (shown.length() > 1 && width(font, shown) > width) {
            shown = shown.substring(0, shown.length() - (shown.endsWith("...") ? 4 : 1)) + "...";
        }
        return shown;
    }
}
