package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.model.net.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void paperIsThePapersOwn() {
        Scale paper = Scale.of("paper");
        assertEquals("lfw", paper.experiment().faces().data());
        assertEquals(224, paper.experiment().faces().size());
        assertEquals(10, paper.epochs());
    }

    @Test
    void paperRepeatsTheStudyOfThatName() {
        Experiment paper = Scale.of("paper").experiment();
        List<String> study = StudyFile.named("paper").study("with and without FPN").experiments().stream().map(Experiment::id).toList();
        assertEquals(study, List.of(paper.level(Level.P2).id(), paper.level(Level.NONE).id()));
    }

    @Test
    void anUnknownScaleIsNamedWithTheOnesThereAre() {
        String message = assertThrows(FacetException.class, () -> Scale.of("huge")).getMessage();
        assertTrue(message.contains("huge") && message.contains("recorded, smoke, demo, paper"), message);
    }
}
