package facet.report.chart;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * A plot with its legend below.
 *
 * @param plot what is drawn
 * @param legend what its series are
 */
record Figure(XyPlot plot, Legend legend) {

    /** @return both in an image of so many pixels */
    BufferedImage image(int width, int height) {
        int below = legend.height(width - 40);
        return Canvas.image(width, height, graphics -> {
            plot.paint(graphics, new Rectangle(0, 0, width, height - below), plot.labels());
            legend.paint(graphics, 20, height - below, width - 40);
        });
    }
}
