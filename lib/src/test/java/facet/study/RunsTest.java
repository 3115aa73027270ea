package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.model.net.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs are found by what they are, not by where they stand. */
class RunsTest {

    private static final RunStore STORE = new RunStore(Path.of("nowhere"));

    private static Runs runs(Study study) {
        return new Runs(study.experiments().stream().map(STORE::run).toList());
    }

    @Test
    void aValueChoosesRuns() {
        Runs six = runs(StudyFile.named("seeds").one());
        assertEquals(six.subList(3, 6), six.where("level", Level.NONE));
        assertEquals(six.where("level", Level.NONE), six.where("level", "none"));
        assertEquals(six.get(4), six.where("level", "NONE").where("seed", 43).one());
        assertEquals(List.of(), six.where("batch", 9));
    }

    /** No run of SFace has that pooling: asking is no mistake. */
    @Test
    void whatCannotBeTrainedIsNotFound() {
        assertEquals(List.of(), runs(StudyFile.named("sface").one()).where("pooling", "flatten"));
    }

    @Test
    void aNameThatThereIsNotIsRefusedWhereThereAreNoRuns() {
        String message = assertThrows(FacetException.class, () -> new Runs(List.of()).where("levle", "P2")).getMessage();
        assertTrue(message.startsWith("There is no setting levle"), message);
    }

    @Test
    void moreThanOneAndNoneAreRefused() {
        Runs six = runs(StudyFile.named("seeds").one());
        assertEquals("There are 6 runs, not one; they differ in level, seed.", assertThrows(FacetException.class, six::one).getMessage());
        assertEquals("There is no such run.", assertThrows(FacetException.class, () -> six.where("batch", 9).one()).getMessage());
        assertEquals("The setting level is P9; it has to be one of none, P2, P3, P4, P5, pool.", assertThrows(FacetException.class, () -> six.where("level", "P9")).getMessage());
    }
}
