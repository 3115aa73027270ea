package facet.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.Map;
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
}
