package facet.report.chart;

import facet.report.Numbers;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Maps of one level: those that share a scale stand side by side, with the bar of their colours behind them.
 *
 * @param name left of them
 * @param groups the panels of each scale
 */
record PlaceRow(String name, List<List<PlacePanel>> groups) {

    /** Pixels left of the first panel, for the name. */
    static final int LEFT = 40;
    static final int GAP = 8;
    static final int HEIGHT = PlacePanel.EDGE + PlacePanel.FOOT + 6;

    private static final int BAR_WIDTH = 12;

    /** Draws one group with its upper edge at y. */
    void paint(Graphics2D graphics, int group, int y) {
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.TITLE);
        graphics.drawString(name, 8, y + PlacePanel.EDGE / 2 + 5);
        List<PlacePanel> panels = groups.get(group);
        double largest = panels.stream().mapToDouble(panel -> panel.map().largest()).max().orElse(0);
        double scale = largest > 0 ? largest : 1;
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).paint(graphics, LEFT + i * (PlacePanel.EDGE + GAP), y, scale);
        }
        bar(graphics, LEFT + panels.size() * (PlacePanel.EDGE + GAP), y, scale);
    }

    private static void bar(Graphics2D graphics, int x, int y, double scale) {
        for (int i = 0; i < PlacePanel.EDGE; i++) {
            graphics.setColor(PlacePanel.colour(1 - 2 * (i + 0.5) / PlacePanel.EDGE));
            graphics.fillRect(x, y + i, BAR_WIDTH, 1);
        }
        String number = Numbers.plain(new BigDecimal(scale).round(new MathContext(2)).doubleValue());
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.TEXT);
        graphics.drawString("+" + number, x + BAR_WIDTH + 4, y + 11);
        graphics.drawString("0", x + BAR_WIDTH + 4, y + PlacePanel.EDGE / 2 + 5);
        graphics.drawString("\u2212" + number, x + BAR_WIDTH + 4, y + PlacePanel.EDGE);
    }
}
