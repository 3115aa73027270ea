package facet.report.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A figure that can be shown, saved and read aloud.
 *
 * @param text what it shows, in words, for readers who do not see it
 * @param width in pixels
 * @param height in pixels
 * @param photographs whether it shows photographs: a notebook then keeps it as JPEG, which is a fifth of a PNG
 * @param layout what draws it
 */
public record Figure(String text, int width, int height, boolean photographs, Layout layout) implements Drawable {

    /** The width of a chart in pixels. At a phone's 390 pixels its letters of {@link Lettering#TEXT} are still 8 pixels high. */
    static final int WIDTH = 560;

    private static final int HEIGHT = 360;
    private static final int LEGEND = 52; // of it, two rows: a longer one makes the figure higher

    /** Draws on a graphics of some size; the size is a figure's own where the layout is fixed. */
    @FunctionalInterface
    public interface Layout {
        /** Draws all of it, with the upper left corner at 0, 0. */
        void paint(Graphics2D graphics, int width, int height);
    }

    /** Makes a figure of a plot of the usual size: up to four lines are named at their ends, more in the legend below ({@link LineEnds}). */
    Figure(XyPlot plot, Legend legend) {
        this(plot.text().toString(), WIDTH, HEIGHT + Math.max(0, legend.height(WIDTH - 40) - LEGEND), false, (graphics, width, height) -> {
            Optional<LineEnds> ends = LineEnds.of(plot, legend, width, height);
            int below = ends.isPresent() ? 0 : legend.height(width - 40);
            ends.ifPresentOrElse(names -> plot.paint(graphics, new Rectangle(0, 0, width, height), names.strip(plot), names),
                    () -> plot.paint(graphics, new Rectangle(0, 0, width, height - below), plot.labels()));
            if (ends.isEmpty()) {
                legend.paint(graphics, 20, height - below, width - 40);
            }
        });
    }

    /** @return the figure laid out in so many pixels */
    Figure size(int across, int down) {
        return new Figure(text, across, down, photographs, layout);
    }

    @Override
    public Figure figure() {
        return this;
    }

    /** @return it in an image of so many pixels */
    BufferedImage image(int across, int down) {
        return size(across, down).image();
    }

    @Override
    public BufferedImage image() {
        return Canvas.image(width, height, graphics -> layout.paint(graphics, width, height));
    }

    /** @return the type of {@link #bytes} */
    public String type() {
        return photographs ? "image/jpeg" : "image/png";
    }

    /** @return the file that a notebook keeps */
    public byte[] bytes() {
        return FigureFile.bytes(image(), photographs);
    }

    @Override
    public Path save(Path file) {
        return FigureFile.write(this, file);
    }
}
