package facet.report;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Counts as horizontal bars, a name before and the number behind each: small counts read beside large ones. */
final class CountChart {

    private static final int WIDTH = 760;
    private static final int ROW = 34;
    private static final int TOP = 44;

    private CountChart() { }

    static BufferedImage image(String title, Map<String, Integer> counts) {
        int names = counts.keySet().stream().mapToInt(name -> Picture.width(Picture.TEXT, name)).max().orElse(0);
        int left = Math.min(names, 300) + 32;
        int most = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        return Picture.of(WIDTH, TOP + counts.size() * ROW + 12, graphics -> {
            graphics.setFont(Picture.fit(Picture.TITLE, title, WIDTH - 32));
            graphics.drawString(title, 16, 26);
            graphics.setFont(Picture.TEXT);
            int y = TOP;
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                bar(graphics, Picture.cut(Picture.TEXT, count.getKey(), left - 32), count.getValue(), left, y, (WIDTH - left - 90.0) / most);
                y += ROW;
            }
        });
    }

    private static void bar(Graphics2D graphics, String name, int count, int left, int y, double scale) {
        FontMetrics metrics = graphics.getFontMetrics();
        int baseline = y + ROW / 2 + metrics.getAscent() / 2 - 2;
        int width = Math.max(count == 0 ? 0 : 2, (int) Math.round(count * scale));
        graphics.setColor(Look.INK);
        graphics.drawString(name, left - 12 - metrics.stringWidth(name), baseline);
        graphics.drawString(Numbers.integer(count), left + width + 8, baseline);
        graphics.setColor(Look.COLORS.get(0));
        graphics.fillRect(left, y + 6, width, ROW - 12);
        graphics.setColor(new Color(0xBBBBBB));
        graphics.drawLine(left, y, left, y + ROW);
    }
}
