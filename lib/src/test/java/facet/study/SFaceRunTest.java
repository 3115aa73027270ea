package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import facet.align.SFaceBody;
import facet.eval.Measurements;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.net.Level;
import facet.train.History;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study on SFace from end to end, where both networks and OpenCV are at hand. */
class SFaceRunTest {

    private static final Study STUDY = Study.grid(Experiment.of(Experiment.paper("generated").values().with("groups", "4").with("size", "112").with("align", "eyes")
            .with("weights", "sface").with("backbone", "frozen"))).level(Level.P2, Level.NONE).epochs(2);

    @Test
    void itIsTrainedAndGoesOn(@TempDir Path folder) {
        for (String variable : List.of("FACET_YUNET", "FACET_SFACE")) {
            Assumptions.assumeTrue(System.getenv(variable) != null, variable + " names no file.");
        }
        try (SFaceBody here = SFaceBody.open(Progress.silent())) {
            assertEquals(128, here.channels());
        } catch (FacetException missing) {
            Assumptions.abort(missing.getMessage());
        }
        RunStore store = new RunStore(folder.resolve("two"));
        new Study(STUDY.experiments(), 1).run(store, Progress.silent());
        Runs resumed = STUDY.run(store, Progress.silent());
        Runs whole = STUDY.run(new RunStore(folder.resolve("one")), Progress.silent());
        for (int i = 0; i < 2; i++) {
            History history = whole.get(i).history();
            assertEquals(history, resumed.get(i).history());
            assertEquals(2, history.lastEpoch());
            assertNotEquals(history.row("test", 0).loss(), history.row("test", 2).loss());
        }
        assertNotEquals(whole.get(0).history().row("test", 2).loss(), whole.get(1).history().row("test", 2).loss());
        Measurements alone = SFaceAlone.measure(whole.get(0), Progress.silent());
        assertEquals(whole.get(0).distances(2, "test").size(), alone.distances("test").size());
    }
}
