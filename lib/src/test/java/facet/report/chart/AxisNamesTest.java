package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisNamesTest {

    private static final AxisNames NAMES = new AxisNames(List.of("a coin", "ResNet-50 (no FPN)", "ResNet-50 + FPN P2", "SFace, aligned", "people (1)"));

    /** On narrow charts and wide ones: one size of letters, and no name that is cut. */
    @Test
    void allNamesHaveOneSizeAndStandWhole() {
        for (int width : new int[] {360, 420, 520, 1000}) {
            AxisNames.Fit fit = NAMES.fit(width);
            assertTrue(fit.font().getSize2D() >= 11, width + ": " + fit.font().getSize2D());
            for (int i = 0; i < NAMES.names().size(); i++) {
                assertEquals(NAMES.names().get(i), String.join(" ", fit.lines().get(i)), "" + width);
                int other = i;
                fit.lines().get(i).forEach(line -> assertTrue(Lettering.width(fit.font(), line) <= width / 5 || other == 0, width + ": " + line));
            }
        }
        assertEquals(13, NAMES.fit(1000).font().getSize2D());
        assertEquals(List.of("ResNet-50", "(no FPN)"), NAMES.fit(520).lines().get(1));
        assertEquals(0, new AxisNames(List.of()).height(500));
        assertEquals(32, NAMES.height(1000));
    }

    /** The seven sets of Table 1 on 420 pixels: look-alikes is broken at its hyphen, and a remark only where nothing else helps. */
    @Test
    void aLongWordIsBrokenAtItsHyphen() {
        AxisNames.Fit sets = new AxisNames(List.of("validation", "test", "generated look-alikes", "real look-alikes", "lookalike", "twinlike", "twins (paper)")).fit(420);
        assertEquals(List.of("generated", "look-", "alikes"), sets.lines().get(2));
        assertEquals(List.of("twins", "(paper)"), sets.lines().get(6));
        AxisNames.Fit rates = new AxisNames(List.of("lr 0.0003", "lr 0.001", "lr 0.003", "lr 0.01", "lr 0.03 (20 diverged)")).fit(375);
        assertEquals("(20 diverged)", rates.lines().get(4).get(1));
        assertEquals(13, rates.font().getSize2D());
    }

    @Test
    void axisTitlesArePlain() {
        assertEquals(Lettering.TEXT, HouseStyle.chart("x", "y", 0, 1, 0, 1).getStyler().getAxisTitleFont());
    }

    @Test
    void severalTextsHaveTheLettersOfTheWidest() {
        assertEquals(Lettering.fit(Lettering.TEXT, "generated look-alikes, 170", 120), Lettering.fit(Lettering.TEXT, List.of("test, 170", "generated look-alikes, 170"), 120));
    }
}
