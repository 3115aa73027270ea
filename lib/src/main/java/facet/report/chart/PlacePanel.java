package facet.report.chart;

import facet.data.image.ImageFile;
import facet.eval.places.PlaceMap;
import facet.io.FacetException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * A map of places over a pale face.
 *
 * @param face the image beneath; none is drawn where it cannot be read
 * @param map a number for each place
 * @param caption below it
 */
record PlacePanel(Path face, PlaceMap map, String caption) {

    /** The side in pixels. */
    static final int EDGE = 128;
    /** Pixels below it, for the caption. */
    static final int FOOT = 22;

    private static final double FACE = 0.45; // how dark the face's black becomes: the map stays what one sees first

    /** Draws it with its upper left corner at x, y; a value of the scale, which is positive, has the full colour. */
    void paint(Graphics2D graphics, int x, int y, double scale) {
        BufferedImage light = light();
        BufferedImage panel = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < EDGE * EDGE; i++) {
            int across = i % EDGE;
            int down = i / EDGE;
            Color hue = colour(map.at(pixel(across), pixel(down)) / scale);
            double shade = 1 - FACE + FACE * (light.getRGB(across, down) & 0xFF) / 255;
            panel.setRGB(across, down, new Color(shaded(hue.getRed(), shade), shaded(hue.getGreen(), shade), shaded(hue.getBlue(), shade)).getRGB());
        }
        graphics.drawImage(panel, x, y, null);
        dot(graphics, x, y);
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.fit(Lettering.TEXT, caption, EDGE));
        graphics.drawString(caption, x, y + EDGE + 16);
    }

    /** @return the colour of a value from -1 to 1 */
    static Color colour(double value) {
        Color end = value < 0 ? Palette.TAKES : Palette.ADDS;
        double part = Math.min(1, Math.abs(value));
        return new Color(mixed(end.getRed(), part), mixed(end.getGreen(), part), mixed(end.getBlue(), part));
    }

    /** Marks each negative place, for who sees no colours. */
    private void dot(Graphics2D graphics, int x, int y) {
        double place = (double) EDGE / map.grid().size();
        Graphics2D inside = (Graphics2D) graphics.create(x, y, EDGE, EDGE);
        inside.setColor(Palette.INK);
        for (int i = 0; i < map.values().length; i++) {
            double across = place * map.grid().middle(i % map.grid().side());
            double down = place * map.grid().middle(i / map.grid().side());
            if (map.values()[i] < 0) {
                inside.fill(new Ellipse2D.Double(across - 1, down - 1, 2, 2));
            }
        }
        inside.dispose();
    }

    private int pixel(int i) {
        return i * map.grid().size() / EDGE;
    }

    /** The face in grey; white where it cannot be read. */
    private BufferedImage light() {
        BufferedImage grey = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(Palette.BACKGROUND);
        graphics.fillRect(0, 0, EDGE, EDGE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        try {
            graphics.drawImage(ImageFile.read(face), 0, 0, EDGE, EDGE, null); // stretched to a square, as the network sees it
        } catch (FacetException unreadable) {
            // The row of faces above says so.
        } finally {
            graphics.dispose();
        }
        return grey;
    }

    private static int mixed(int end, double part) {
        return (int) Math.round(255 + (end - 255) * part);
    }

    private static int shaded(int channel, double shade) {
        return (int) Math.round(channel * shade);
    }
}
