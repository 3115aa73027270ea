package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.data.image.ImageLoader;
import facet.io.AtomicFile;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.train.TripletMeasurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run keeps of its weights, and when. */
class RunSavingTest {

    @TempDir
    Path folder;

    /** A checkpoint ahead of the history would be of an epoch that nobody measured; here the distances' file is spoilt while the second epoch is measured. */
    @Test
    void theWeightsAreSavedLast() {
        Run run = new RunStore(folder).run(RunTest.SMALL);
        new RunTrainer(run).train(1, Progress.silent());
        FacetException e = assertThrows(FacetException.class, () -> new RunTrainer(run).train(2, (task, done, total, detail) -> {
            if (detail.startsWith("epoch 2/2, measuring")) {
                AtomicFile.write(run.folder().resolve("distances.csv"), out -> out.write("epoch\nx\n".getBytes()));
            }
        }));
        assertTrue(e.getMessage().startsWith("Can't read " + run.folder().resolve("distances.csv")), e.getMessage());
        assertEquals(1, RunFiles.checkpointEpoch(run.folder()));
    }

    /** What is damaged before is said before the first step, not after an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"history.csv", "distances.csv", "steps.csv", "health.csv", "log.csv"})
    void aDamagedFileIsNoticedBeforeTraining(String file) {
        Run run = new RunStore(folder).run(RunTest.SMALL);
        new RunTrainer(run).train(1, Progress.silent());
        AtomicFile.write(run.folder().resolve(file), out -> out.write("epoch\nx\n".getBytes()));
        List<String> trained = new ArrayList<>();
        FacetException e = assertThrows(FacetException.class, () -> new RunTrainer(run).train(2, (task, done, total, detail) -> trained.add(detail)));
        assertTrue(e.getMessage().contains(file), e.getMessage());
        assertEquals(List.of(), trained.stream().filter(detail -> detail.startsWith("epoch")).toList());
    }

    /** Those of a frozen backbone's run are not ({@link StudyTest}), since it takes seconds. */
    @Test
    void aStudyKeepsTheWeightsOfATrainedBackboneAndTheyAreTheTrainedOnes() {
        Run run = new Study(List.of(RunTest.SMALL), 1).run(new RunStore(folder), Progress.silent()).one();
        assertEquals(1, RunFiles.checkpointEpoch(run.folder()));
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(RunTest.SMALL.faces().size()); FaceEmbedder model = run.model(manager)) {
            assertEquals(run.distances().byEpoch().get(1), TripletMeasurement.measure(model, run.split(Progress.silent()).measured(), loader, Progress.silent()));
        }
    }
}
