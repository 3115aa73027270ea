package facet.report.chart;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/** Small plots in two columns under one title, with one legend. */
final class PanelGrid {

    private static final int WIDTH = 440;
    private static final int HEIGHT = 300;
    private static final int TOP = 40;

    private PanelGrid() { }

    static BufferedImage image(String title, List<XyPlot> plots, Legend legend) {
        int strip = plots.stream().mapToInt(XyPlot::labels).max().orElse(0);
        int columns = plots.size() == 1 ? 1 : 2;
        int rows = (plots.size() + columns - 1) / columns;
        int width = columns * WIDTH;
        int below = legend.height(width - 40);
        return Picture.of(width, TOP + rows * HEIGHT + below, graphics -> {
            graphics.setFont(Picture.fit(Picture.TITLE.deriveFont(17f), title, width - 32));
            graphics.drawString(title, (width - graphics.getFontMetrics().stringWidth(title)) / 2, 27);
            for (int i = 0; i < plots.size(); i++) {
                plots.get(i).paint(graphics, new Rectangle(i % columns * WIDTH, TOP + i / columns * HEIGHT, WIDTH, HEIGHT), strip);
            }
            legend.paint(graphics, 20, TOP + rows * HEIGHT, width - 40);
        });
    }
}
