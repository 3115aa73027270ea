package facet.report.chart;

import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Small plots under one title, with one legend.
 *
 * @param title above all of them
 * @param columns how many stand side by side
 * @param width of a panel, in pixels
 * @param height of a panel, in pixels
 */
record PanelGrid(String title, int columns, int width, int height) {

    private static final int TOP = 40;
    private static final int LINE = 22; // of the title

    /** @return a grid of two columns, for panels by epoch or by seed */
    static PanelGrid of(String title) {
        return new PanelGrid(title, 2, 440, 300);
    }

    /** @return the plots from left to right and from top to bottom; a single one has no empty place beside it */
    Figure figure(List<XyPlot> plots, Legend legend) {
        Font font = Lettering.TITLE.deriveFont(17f);
        int strip = plots.stream().mapToInt(XyPlot::labels).max().orElse(0);
        int across = plots.size() == 1 ? 1 : columns;
        int rows = (plots.size() + across - 1) / across;
        int wide = across * width;
        int below = legend.height(wide - 40);
        List<String> titles = Lettering.lines(font, title, wide - 32);
        int top = TOP + (titles.size() - 1) * LINE;
        String text = title + ". " + plots.stream().map(plot -> plot.text().toString()).collect(Collectors.joining(" "));
        return new Figure(text, wide, top + rows * height + below, false, (graphics, w, h) -> {
            Lettering.titles(graphics, font, titles, wide, 16, 27, LINE);
            for (int i = 0; i < plots.size(); i++) {
                plots.get(i).paint(graphics, new Rectangle(i % across * width, top + i / across * height, width, height), strip);
            }
            legend.paint(graphics, 20, top + rows * height, wide - 40);
        });
    }
}
