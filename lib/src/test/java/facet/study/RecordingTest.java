package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.net.Precision;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final Experiment SMALL = Experiment.paper("generated").precision(Precision.FP32).size(32).triplets(4).learningRate(0.0001);

    @TempDir
    Path folder;

    @Test
    void aRecordedRunSaysWhatWasMeasured() {
        Run run = new RunStore(folder.resolve("runs")).run(SMALL);
        new RunTrainer(run).train(2, Progress.silent());
        Run recorded = Recording.of(run, new RunStore(folder.resolve("recorded"), true));
        assertFalse(Files.exists(RunFiles.checkpoint(recorded.folder())));
        assertEquals(run.log(), recorded.log());
        assertEquals(run.splitHash(), recorded.splitHash());
        assertEquals(run.health(), recorded.health());
        for (int i = 0; i < run.history().rows().size(); i++) {
            assertEquals(run.history().rows().get(i).accuracy(), recorded.history().rows().get(i).accuracy());
            assertEquals(run.history().rows().get(i).loss(), recorded.history().rows().get(i).loss(), 2e-6);
        }
        List<TripletDistances> measured = run.distances(2, "twinlike");
        List<TripletDistances> kept = recorded.distances(2, "twinlike");
        for (int i = 0; i < measured.size(); i++) {
            assertEquals(measured.get(i).name(), kept.get(i).name());
            assertEquals(measured.get(i).anchorPositive(), kept.get(i).anchorPositive(), 5.1e-7);
            assertEquals(measured.get(i).anchorNegative(), kept.get(i).anchorNegative(), 5.1e-7);
        }
    }

    /** Killed between the two files, a run has distances of an epoch that its history does not know. */
    @Test
    void distancesBeyondTheHistoryAreLeftOut() {
        Run run = new RunStore(folder.resolve("runs")).run(SMALL);
        new RunTrainer(run).train(1, Progress.silent());
        RunFiles.write(run.folder(), run.history(), run.distances().plus(2, run.distances().byEpoch().get(1)));
        assertEquals(Set.of(0, 1), Recording.of(run, new RunStore(folder.resolve("recorded"), true)).distances().byEpoch().keySet());
    }

    @Test
    void aRecordedRunIsReadAndNotTrained() {
        RunStore recorded = new RunStore(folder.resolve("recorded"), true);
        Run run = new RunStore(folder.resolve("runs")).run(SMALL.backbone(Backbone.FROZEN));
        new RunTrainer(run).measure(2, Progress.silent());
        Run kept = Recording.of(run, recorded);
        assertEquals(run.history(), new RunTrainer(kept).train(2, Progress.silent()));
        assertEquals(run.history().until(1), new RunTrainer(kept).measure(1, Progress.silent()));
        assertTrue(assertThrows(FacetException.class, () -> new RunTrainer(kept).train(3, Progress.silent())).getMessage().contains("2 epochs, without weights"));
        assertTrue(assertThrows(FacetException.class, () -> new RunTrainer(recorded.run(SMALL.seed(5))).train(1, Progress.silent())).getMessage().contains("0 epochs"));
        assertTrue(assertThrows(FacetException.class, () -> kept.model(null)).getMessage().startsWith("The run " + kept.id() + " is only read"));
        assertEquals("The run " + kept.id() + " came with Facet; it is not deleted.", assertThrows(FacetException.class, kept::delete).getMessage());
        assertEquals(List.of(kept), recorded.runs());
        Run shorter = new RunStore(folder.resolve("shorter")).run(run.experiment());
        new RunTrainer(shorter).measure(1, Progress.silent());
        assertTrue(assertThrows(FacetException.class, () -> Recording.of(shorter, recorded)).getMessage().contains("has 1 epochs, its record 2"));
    }

    @Test
    void aRunThatDivergedIsRecordedAsFarAsItWent() {
        Study study = Study.grid(SMALL.backbone(Backbone.FROZEN)).learningRate(1e20, 0.001).epochs(2);
        RunStore recorded = new RunStore(folder.resolve("recorded"), true);
        List<Run> runs = study.run(new RunStore(folder.resolve("runs")), Progress.silent());
        runs.forEach(run -> Recording.of(run, recorded));
        List<Run> read = study.run(recorded, Progress.silent());
        assertEquals(runs.stream().map(Run::history).toList(), read.stream().map(Run::history).toList());
        assertTrue(read.get(0).history().lastEpoch() < 2);
    }

    @Test
    void aUsersOwnFacesAreNotRecorded() {
        Run own = new RunStore(folder).run(SMALL.with("data", "/home/somebody/photos"));
        assertTrue(assertThrows(FacetException.class, () -> Recording.of(own, new RunStore(folder.resolve("recorded"), true)))
                .getMessage().contains("do not come with Facet"));
    }

    /** Whether a triplet is right hangs on the tenth decimal, of which six are kept. */
    @Test
    void roundingNeverTurnsAGroup() {
        Run run = withCloseTriplet(SMALL);
        RunStore recorded = new RunStore(folder.resolve("recorded"), true);
        assertTrue(assertThrows(FacetException.class, () -> Recording.of(run, recorded)).getMessage().contains("the triplet g"));
        assertEquals(List.of(), recorded.runs(), "nothing half is left");
    }

    /** The losses of the rounded distances, by the formula that trained. */
    @Test
    void aRecordedRunHasTheLossThatTrained() {
        Run run = new RunStore(folder.resolve("runs")).run(SMALL.with("loss", "soft").with("distance", "squared"));
        List<TripletDistances> triplets = List.of(new TripletDistances("g", "ordinary", 3, 2));
        RunFiles.append(run.folder(), History.empty().plus(List.of(History.Row.of(0, "test", triplets, run.experiment().training().loss()))), new Measurements(Map.of("test", triplets)));
        RunLog log = new RunLog(run.folder());
        log.ended(0);
        log.save();
        RunClaim.of(run.experiment(), run.split(Progress.silent())).make(run.folder());
        assertEquals(Math.log(1 + Math.exp(9 - 4)), Recording.of(run, new RunStore(folder.resolve("recorded"), true)).history().row("test", 0).loss(), 1e-12);
    }

    /** Before training, after the tenth, and after the last five epochs. */
    @Test
    void ofAFrozenRunTheDistancesAreKeptThatComparisonsUse() {
        Run run = new RunStore(folder.resolve("runs")).run(SMALL.backbone(Backbone.FROZEN));
        new RunTrainer(run).measure(16, Progress.silent());
        Run kept = Recording.of(run, new RunStore(folder.resolve("recorded"), true));
        assertEquals(Set.of(0, 10, 12, 13, 14, 15, 16), kept.distances().byEpoch().keySet());
        List<TripletDistances> whole = run.distances().distances(16, "test");
        List<TripletDistances> read = kept.distances().distances(16, "test");
        for (int i = 0; i < whole.size(); i++) {
            assertEquals(whole.get(i).anchorNegative(), read.get(i).anchorNegative(), 5e-7);
        }
    }

    /** A triplet that rounding would turn keeps all of its decimals. */
    @Test
    void aFrozenRunIsRecordedAsItIs() throws IOException {
        Run run = withCloseTriplet(SMALL.backbone(Backbone.FROZEN));
        for (String file : List.of(RunLog.FILE, RunClaim.FILE)) {
            Files.writeString(run.folder().resolve(file), "as it is");
        }
        assertEquals(run.history(), Recording.of(run, new RunStore(folder.resolve("recorded"), true)).history());
    }

    private Run withCloseTriplet(Experiment experiment) {
        Run run = new RunStore(folder.resolve("runs")).run(experiment);
        List<TripletDistances> triplets = List.of(new TripletDistances("g", "ordinary", 1.0000000001, 1.0000000002));
        RunFiles.append(run.folder(), History.empty().plus(List.of(History.Row.of(0, "test", triplets, 1))), new Measurements(Map.of("test", triplets)));
        return run;
    }

    @Test
    void whatHasNotBegunIsNotRecorded() {
        Run run = new RunStore(folder).run(SMALL);
        String message = assertThrows(FacetException.class, () -> Recording.of(run, new RunStore(folder.resolve("recorded"), true))).getMessage();
        assertEquals("The run " + run.id() + " has not begun: there is nothing to record.", message);
    }
}
