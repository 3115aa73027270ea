package facet.report.chart;

import java.awt.Color;
import java.util.List;

/**
 * Every colour of the figures. A network has its own colour of {@link #LINES} in every chart ({@link PlottedNetwork}); other lines take those of
 * {@link #SETTINGS}, in their order ({@link Looks}).
 */
final class Palette {

    /** The colours of lines, markers and bars. M. Okabe and K. Ito, Color Universal Design (2008), without their yellow, which is too light on white;
     * wine of P. Tol, Colour Schemes (2021), in its place. */
    static final List<Color> LINES = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
            new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000), new Color(0x882255));

    /** The colours of lines that are no networks but settings, sets or kinds: none is a network's. P. Tol, Colour Schemes (2021), muted. */
    static final List<Color> SETTINGS = List.of(new Color(0x332288), new Color(0x999933), new Color(0xAA4499), new Color(0x44AA99), new Color(0xCC6677));

    /** Text, and what is drawn beside the lines. */
    static final Color INK = new Color(0x333333);
    /** Reference lines and their labels. */
    static final Color FAINT = new Color(0x767676);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color BACKGROUND = Color.WHITE;

    /** The tick of a correct triplet. */
    static final Color CORRECT = LINES.get(2);
    /** The cross of a wrong triplet. */
    static final Color WRONG = LINES.get(1);
    /** The box in place of an image that cannot be read. */
    static final Color PLACEHOLDER = new Color(0xF0F0F0);

    /** What adds to a distance, on a map of places; 0 is {@link #BACKGROUND}. */
    static final Color ADDS = LINES.get(1);
    /** What takes from a distance; dotted, too. */
    static final Color TAKES = LINES.get(0);

    /** Parts of a network that the embedding is computed from. */
    static final Color USED = LINES.get(0);
    /** Parts of a network that the embedding does not depend on. */
    static final Color UNUSED = new Color(0xAAAAAA);
    /** Text and arrows of a network's diagram. */
    static final Color DIAGRAM_INK = Color.DARK_GRAY;

    private Palette() { }
}
