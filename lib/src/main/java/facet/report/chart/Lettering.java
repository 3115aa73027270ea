package facet.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The fonts of the figures, and how a text fits its place. */
final class Lettering {

    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

    private Lettering() { }

    /** @return the width of a text in pixels */
    static int width(Font font, String text) {
        // A graphics of a throw-away image: font metrics need one, also without a display.
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int width = graphics.getFontMetrics(font).stringWidth(text);
        graphics.dispose();
        return width;
    }

    /** @return the font, smaller where the text would not fit the width, but at least 9 */
    static Font fit(Font font, String text, int width) {
        Font fitting = font;
        // Step by step: a text's width does not shrink in proportion to its size.
        while (fitting.getSize2D() > 9 && width(fitting, text) > width) {
            fitting = fitting.deriveFont(fitting.getSize2D() - 0.5f);
        }
        return fitting;
    }

    /** @return one font for several texts, smaller where the widest of them would not fit the width, but at least 9 */
    static Font fit(Font font, Collection<String> texts, int width) {
        return texts.stream().map(text -> fit(font, text, width)).min(Comparator.comparing(Font::getSize2D)).orElse(font);
    }

    /** @return the text, shortened with "..." to the width in pixels */
    static String cut(Font font, String text, int width) {
        String shown = text;
        while (shown.length() > 1 && width(font, shown) > width) {
            shown = shown.substring(0, shown.length() - (shown.endsWith("...") ? 4 : 1)) + "...";
        }
        return shown;
    }

    /** Draws a title in the middle of a width, in smaller letters where it would come nearer to its ends than the margin. */
    static void title(Graphics2D graphics, Font font, String text, int width, int margin, int baseline) {
        graphics.setFont(fit(font, text, width - 2 * margin));
        graphics.drawString(text, (width - graphics.getFontMetrics().stringWidth(text)) / 2, baseline);
    }

    /** Draws the lines of a title below each other, so many pixels apart. @return how much higher they are than one line */
    static int titles(Graphics2D graphics, Font font, List<String> lines, int width, int margin, int baseline, int apart) {
        for (int i = 0; i < lines.size(); i++) {
            title(graphics, font, lines.get(i), width, margin, baseline + i * apart);
        }
        return (lines.size() - 1) * apart;
    }

    /** @return the text; in two parts where it is wider than the width: before a remark in parentheses, else at the space nearest to its middle */
    static List<String> lines(Font font, String text, int width) {
        int remark = text.lastIndexOf(" (");
        int cut = remark >= text.length() / 4 ? remark : IntStream.range(0, text.length()).filter(i -> text.charAt(i) == ' ').boxed()
                .min(Comparator.comparingInt(i -> Math.abs(2 * i - text.length()))).orElse(-1);
        return cut < 0 || width(font, text) <= width ? List.of(text) : List.of(text.substring(0, cut), text.substring(cut + 1));
    }
}
