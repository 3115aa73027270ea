package facet.report.chart;

import facet.data.image.ImageFile;
import facet.io.FacetException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;

/** One image of a gallery, whole and in its own proportions. */
final class FaceImage {

    private FaceImage() { }

    /** Draws the file's image into a square; a box with the reason where it cannot be read, since one bad file should not hide the rest. */
    static void paint(Graphics2D graphics, Path file, int x, int y, int edge) {
        BufferedImage image = read(file);
        if (image == null) {
            placeholder(graphics, Files.exists(file) ? "not an image" : "missing file", String.valueOf(file.getFileName()), x, y, edge);
            return;
        }
        double scale = (double) edge / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        graphics.drawImage(image, x + (edge - width) / 2, y + (edge - height) / 2, width, height, null);
    }

    /** @return the image, or null where the file is missing, is no image or is cut off */
    private static BufferedImage read(Path file) {
        try {
            return ImageFile.read(file); // as the network sees it: upright, in RGB
        } catch (FacetException broken) {
            return null;
        }
    }

    private static void placeholder(Graphics2D graphics, String reason, String name, int x, int y, int edge) {
        graphics.setColor(Palette.PLACEHOLDER);
        graphics.fillRect(x, y, edge, edge);
        graphics.setColor(Palette.FAINT);
        graphics.setStroke(Look.guide(5, 4).line());
        graphics.drawRect(x, y, edge - 1, edge - 1);
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.fit(Lettering.TEXT, reason, edge - 12));
        graphics.drawString(reason, x + 6, y + edge / 2);
        graphics.setFont(Lettering.TEXT.deriveFont(11f));
        graphics.drawString(Lettering.cut(graphics.getFont(), name, edge - 12), x + 6, y + edge / 2 + 18);
        graphics.setFont(Lettering.TEXT);
    }
}
