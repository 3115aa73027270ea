package facet.report.chart;

import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * Names below an x axis, at 0, 1, 2 and on, on two lines, a remark in parentheses on the second, where one is too narrow; XChart would leave out what it finds too long.
 *
 * @param names from left to right
 */
record AxisNames(List<String> names) {

    private static final int LINE = 16;

    /** @return the height in pixels; 0 without names */
    int height() {
        return names.isEmpty() ? 0 : 2 * LINE;
    }

    /** Draws them below the chart's plot, each within its share of the width. */
    void paint(Graphics2D graphics, XYChart chart, int y, int width) {
        graphics.setColor(Palette.INK);
        for (int i = 0; i < names.size(); i++) {
            int free = width / names.size() - 6;
            String name = names.get(i);
            int remark = name.indexOf(" (");
            int space = Lettering.width(Lettering.TEXT, name) <= free ? -1 : remark > 0 ? remark : name.lastIndexOf(' ');
            double middle = chart.getScreenXFromChart(i);
            line(graphics, space < 0 ? name : name.substring(0, space), middle, y, free);
            line(graphics, name.substring(space < 0 ? name.length() : space + 1), middle, y + LINE, free);
        }
    }

    private static void line(Graphics2D graphics, String text, double middle, int y, int free) {
        graphics.setFont(Lettering.fit(Lettering.TEXT, text, free));
        String shown = Lettering.cut(graphics.getFont(), text, free);
        graphics.drawString(shown, (float) middle - graphics.getFontMetrics().stringWidth(shown) / 2f, y);
    }
}
