package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.paper.PaperNumbers;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PanelsTest {

    @Test
    void panelsShareAnImage() {
        Map<String, History> runs = Map.of("P2", Pictures.history(10, 1.9));
        Pictures.drawn(Panels.loss("Figure 5").runs(runs).sets("test", "validation").image(), 880, 370, 1);
        Pictures.drawn(Panels.accuracy("Figure 6").runs(runs).sets("test", "validation", "test").image(), 880, 670, 1);
    }

    @Test
    void thePapersNumberStandsInThePanelsOfItsSetsAlone() {
        Map<String, History> runs = Map.of("P2", Pictures.history(10, 1.9));
        BufferedImage plain = Panels.accuracy("").runs(runs).sets("test", "validation").image();
        BufferedImage paper = Panels.accuracy("").runs(runs).sets("test", "validation").paper().image();
        assertTrue(Pictures.differ(plain, paper));
        BufferedImage validation = Panels.loss("").runs(runs).sets("validation").image();
        assertFalse(Pictures.differ(validation, Panels.loss("").runs(runs).sets("validation").paper().image()), "Table 1 has no validation set");
        BufferedImage both = Panels.accuracy("").runs(runs).sets("test", "validation").paper()
                .reference("test", new Reference("0.776 at 0.01", PaperNumbers.TEST_AT_RATE_0_01)).image();
        assertTrue(Pictures.differ(paper, both));
    }

    @Test
    void thePapersTwinsStandInNoPanelOfGeneratedNearTwins() {
        Map<String, History> runs = Map.of("P2", History.empty().plus(List.of(new History.Row(0, "twinlike", 46, 1.0, 37), new History.Row(0, "twins", 5, 1.0, 4))));
        for (Supplier<Panels> figure : List.<Supplier<Panels>>of(() -> Panels.loss("").runs(runs), () -> Panels.accuracy("").runs(runs))) {
            assertFalse(Pictures.differ(figure.get().sets("twinlike").image(), figure.get().sets("twinlike").paper().image()));
            assertTrue(Pictures.differ(figure.get().sets("twins").image(), figure.get().sets("twins").paper().image()), "a set of real twins has the paper's line");
        }
    }
}
