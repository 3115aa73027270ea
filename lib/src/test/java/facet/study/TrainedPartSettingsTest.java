package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.model.Backbone;
import facet.model.net.TrainedPart;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The settings stages and norms. */
class TrainedPartSettingsTest {

    private static final Experiment PAPER = Experiment.paper("generated");

    @Test
    void theyChangeTheIdOnlyWhereTheyDifferFromTheWholeBackbone() {
        assertEquals(PAPER.id(), PAPER.with("stages", TrainedPart.PARTS).with("norms", "batch").id());
        Set<String> ids = new TreeSet<>();
        for (Object stages : List.of(0, 1, 2, 3, "4", 5)) {
            for (String norms : List.of("batch", "frozen")) {
                ids.add(PAPER.with("stages", stages).with("norms", norms).id());
            }
        }
        assertEquals(11, ids.size(), "of a frozen backbone no norm is trained");
        assertTrue(PAPER.with("stages", 3).canonical().endsWith(" backbone=trained stages=3"), PAPER.with("stages", 3).canonical());
    }

    /** One experiment, one id. */
    @Test
    void noStageIsAFrozenBackbone() {
        assertEquals(PAPER.backbone(Backbone.FROZEN), PAPER.with("stages", 0));
    }

    @Test
    void whatCannotBeIsSaid() {
        assertEquals("The setting stages is 6; it has to be from 0 to 5.", message(() -> PAPER.with("stages", 6)));
        assertEquals("The setting stages is two; it has to be a whole number.", message(() -> PAPER.with("stages", "two")));
        assertEquals("The setting stages is 3; it has to be left out where the backbone is frozen: no stage is trained.",
                message(() -> PAPER.with("stages", 3).backbone(Backbone.FROZEN)));
        assertEquals("The setting norms is none; it has to be one of batch, frozen.", message(() -> PAPER.with("norms", "none")));
    }

    private static String message(Runnable wrong) {
        return assertThrows(FacetException.class, wrong::run).getMessage();
    }
}
