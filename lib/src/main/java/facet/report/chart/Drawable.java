package facet.report.chart;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** What a notebook can show and a paper can print: a chart, a gallery, a diagram. */
public interface Drawable {

    /**
     * Makes the figure.
     *
     * @throws IllegalArgumentException where there is nothing to draw
     */
    Figure figure();

    /** @return the figure's pixels, on white */
    default BufferedImage image() {
        return figure().image();
    }

    /**
     * Saves the figure: as pixels in a file.png, as lines and letters in a file.svg or a file.pdf, which a printer draws sharply at any size. Photographs stay
     * pixels in each. A relative name begins at the working directory, which in a notebook is its own folder.
     *
     * @return where it was written, from the root on
     * @throws facet.io.FacetException where the name ends otherwise, or the file can't be written
     */
    default Path save(Path file) {
        return figure().save(file);
    }

    /** Saves the figure as {@link #save(Path)} does, such as {@code save("figure-6.pdf")}. */
    default Path save(String file) {
        return save(Path.of(file));
    }
}
