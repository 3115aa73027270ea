package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facet.data.Lfw;
import facet.data.LookalikePairs;
import facet.eval.TripletDistances;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.net.Level;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the repository ships, in data/recorded, is what the code of today calls those runs. */
class RecordedRunsTest {

    private final List<Run> runs = RunStore.openRecorded().runs();

    @Test
    void idsAreThoseOfTheirSettings() {
        assertFalse(runs.isEmpty());
        runs.forEach(run -> assertEquals(run.experiment().id(), run.id()));
    }

    @Test
    void historiesAreThoseOfTheirDistances() {
        for (Run run : runs.stream().filter(run -> run.experiment().network().backbone() == Backbone.TRAINED).toList()) {
            for (History.Row row : run.history().rows().stream().filter(r -> !r.set().equals("train")).toList()) {
                double loss = 0;
                int right = 0;
                for (TripletDistances triplet : run.distances(row.epoch(), row.set())) {
                    loss += Math.max(triplet.anchorPositive() - triplet.anchorNegative() + run.experiment().training().margin(), 0);
                    right += triplet.anchorPositive() < triplet.anchorNegative() ? 1 : 0;
                }
                assertEquals(loss / row.triplets(), row.loss(), 1e-9 * Math.max(1, row.loss()), run.id());
                assertEquals((double) right / row.triplets(), row.accuracy(), 1e-9, run.id());
            }
        }
    }

    /** A count of correct triplets is written as the share that it was read from. */
    @Test
    void historiesAreWrittenAsTheyWereRead(@TempDir Path folder) throws IOException {
        for (Run run : runs) {
            RunFiles.write(folder, run.history(), run.distances());
            for (String file : run.experiment().network().backbone() == Backbone.TRAINED ? List.of(HistoryFile.NAME, DistancesFile.NAME) : List.of(HistoryFile.NAME)) {
                assertEquals(Files.readAllLines(run.folder().resolve(file)), Files.readAllLines(folder.resolve(file)), run.id()); // git chooses the line's end
            }
        }
    }

    @Test
    void eachEpochIsThereAndTookItsTime() {
        for (Run run : runs) {
            assertEquals(IntStream.rangeClosed(0, run.history().lastEpoch()).boxed().toList(), run.log().stream().map(RunLog.Row::epoch).toList(), run.id());
            assertTrue(run.log().stream().allMatch(row -> row.seconds() > 0 && !row.processor().isEmpty()), run.id());
            assertFalse(Files.exists(RunFiles.checkpoint(run.folder())), "weights are not shipped");
        }
    }

    /** All steps of an epoch but the last have a whole batch; their mean, weighted so, is the loss of the training triplets. */
    @Test
    void lossesOfStepsAddUpToTheirEpoch() {
        int found = 0;
        for (Run run : runs) {
            for (History.Row row : run.history().rows("train")) {
                List<StepLog.Row> steps = run.steps().stream().filter(step -> step.epoch() == row.epoch()).toList();
                int batch = run.experiment().training().batch();
                double sum = steps.stream().mapToDouble(step -> step.loss() * Math.min(batch, row.triplets() - (step.step() - 1) * batch)).sum();
                if (!steps.isEmpty()) {
                    assertEquals(row.loss(), sum / row.triplets(), 1e-4 * row.loss(), run.id());
                    found++;
                }
            }
        }
        assertTrue(found > 0);
    }

    @Test
    void theirTripletsAreThoseOfToday() {
        theirTripletsAreThoseOfToday("generated");
    }

    @Test
    void theirTripletsOfLfwAreThoseOfToday() {
        assumeTrue(System.getenv(Lfw.VARIABLE) != null && System.getenv(LookalikePairs.VARIABLE) != null,
                "needs LFW and its list of look-alikes: set " + Lfw.VARIABLE + " and " + LookalikePairs.VARIABLE);
        theirTripletsAreThoseOfToday("lfw");
    }

    /** Whoever changes a line of their files has other networks, and trains them anew. */
    @ParameterizedTest
    @CsvSource({"best-readings, 18", "search, 260", "places, 96"})
    void theirStudiesAreRecorded(String name, int all) {
        int found = 0;
        for (Study study : StudyFile.named(name)) {
            List<Run> runs = study.experiments().stream().map(RunStore.openRecorded()::run).toList();
            assertEquals(List.of(), runs.stream().filter(run -> run.history().lastEpoch() < study.epochs() && run.divergence().isEmpty()).map(Run::id).toList(), study.name());
            found += runs.size();
        }
        assertEquals(all, found);
    }

    /** A notebook at scale recorded reads what it trains at the others. */
    @Test
    void scaleRecordedFindsItsRuns() {
        Experiment own = Scale.RECORDED.experiment();
        Study frozen = Study.grid(own.backbone(Backbone.FROZEN)).learningRate(0.0003, 0.001, 0.003, 0.01, 0.03).seeds(Scale.RECORDED.seeds()).epochs(Scale.RECORDED.epochs());
        Stream.concat(Stream.of(own.level(Level.P2), own.level(Level.NONE)), frozen.experiments().stream()).map(RunStore.open(Scale.RECORDED)::run)
                .forEach(run -> assertTrue(run.history().lastEpoch() >= Scale.RECORDED.epochs(), run.experiment().canonical()));
    }

    private void theirTripletsAreThoseOfToday(String data) {
        List<Run> those = runs.stream().filter(run -> run.experiment().faces().data().equals(data)).toList();
        assertFalse(those.isEmpty());
        those.forEach(run -> assertEquals(run.split(Progress.silent()).hash(), run.splitHash(), run.id()));
    }
}
