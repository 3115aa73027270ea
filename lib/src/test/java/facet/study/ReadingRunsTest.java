package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.reading.Reading;
import facet.eval.reading.SetOutcome;
import facet.io.CsvFile;
import facet.io.FacetException;
import facet.model.Backbone;
import facet.model.net.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingRunsTest {

    @TempDir
    Path folder;

    private List<Run> runs(Study study, int epochs) throws IOException {
        List<Run> runs = study.experiments().stream().map(new RunStore(folder)::run).toList();
        for (Run run : runs) {
            CsvFile.write(Files.createDirectories(run.folder()).resolve("history.csv"), csv -> {
                for (int epoch = 0; epoch <= epochs; epoch++) {
                    csv.printRecord(epoch, "validation", 10, 3 - epoch, epoch == 0 ? 0.9 : epoch == 1 ? 0.8 : 0.6);
                    csv.printRecord(epoch, "test", 10, 2.5, 0.7);
                    csv.printRecord(epoch, "generated look-alikes", 10, 1, 0.4);
                }
            }, "epoch", "set", "groups", "loss", "accuracy");
        }
        return runs;
    }

    @Test
    void runsThatDifferInSeedSplitAndRateAreOneReading() throws IOException {
        Study study = Study.grid(Experiment.paper("lfw")).level(Level.P2, Level.P5).learningRate(0.001, 0.01).splits(2).with("seed", List.of(7)).epochs(2);
        List<Reading> readings = ReadingRuns.of(runs(study, 3), 2);
        assertEquals(List.of("P2", "P5"), readings.stream().map(Reading::name).toList());
        assertEquals(Set.of(0.001, 0.01), readings.get(0).byRate().keySet());
        List<SetOutcome> validation = readings.get(1).outcomes(0.01, "validation");
        assertEquals(2, validation.size());
        assertEquals(1, validation.get(0).loss(), "after epoch 2");
        assertEquals(0.6, validation.get(0).accuracy());
        assertEquals(0.8, validation.get(0).best(), "of the epochs that were trained: not epoch 0");
        assertTrue(Double.isNaN(validation.get(0).deviation()), "no distances are kept");
        assertEquals(2, draws(validation), "each split has its own triplets");
        assertEquals(1, draws(readings.get(1).outcomes(0.01, "generated look-alikes")), "which all splits share");
        assertEquals(List.of(3.0, 2.0, 1.0), readings.get(0).seeds(0.001).get(0).validation());
    }

    @Test
    void aFrozenBackboneWithoutAPyramidIsNamedByItsLinearLayer() throws IOException {
        Study study = Study.grid(Experiment.paper("lfw").backbone(Backbone.FROZEN)).level(Level.NONE, Level.P5).with("seed", List.of(7)).epochs(2);
        assertEquals(List.of("ResNet-50 + linear", "P5"), ReadingRuns.of(runs(study, 2), 2).stream().map(Reading::name).toList());
    }

    @Test
    void aTrainedBackboneIsNamedByWhatIsNotTrained() throws IOException {
        Experiment paper = Experiment.paper("lfw");
        Study whole = Study.grid(paper).with("seed", List.of(7)).epochs(2);
        Study stage = Study.grid(paper.with("stages", 1).with("norms", "frozen")).with("seed", List.of(7)).epochs(2);
        Study frozen = Study.grid(paper.backbone(Backbone.FROZEN)).with("seed", List.of(7)).epochs(2);
        List<Run> all = new ArrayList<>(runs(whole, 2));
        all.addAll(runs(stage, 2));
        all.addAll(runs(frozen, 2));
        assertEquals(List.of("trained backbone", "trained backbone, 1 stage, frozen norms", "frozen backbone"), ReadingRuns.of(all, 2).stream().map(Reading::name).toList());
    }

    private static long draws(List<SetOutcome> outcomes) {
        return outcomes.stream().mapToLong(SetOutcome::draw).distinct().count();
    }

    @Test
    void theDeviationIsThatOfTheTripletsLosses() throws IOException {
        Run run = runs(Study.grid(Experiment.paper("lfw")).epochs(1), 1).get(0);
        CsvFile.write(run.folder().resolve("distances.csv"), csv -> {
            csv.printRecord(1, "test", "a", "ordinary", 3, 1); // loss 3
            csv.printRecord(1, "test", "b", "ordinary", 1, 1); // 1
            csv.printRecord(1, "test", "c", "ordinary", 1, 5); // 0
        }, "epoch", "set", "group", "kind", "d_ap", "d_an");
        double mean = 4 / 3.0;
        double variance = (Math.pow(3 - mean, 2) + Math.pow(1 - mean, 2) + Math.pow(0 - mean, 2)) / 2;
        Reading reading = ReadingRuns.of(List.of(run), 1).get(0);
        assertEquals(Math.sqrt(variance), reading.outcomes(0.001, "test").get(0).deviation(), 1e-12);
        assertEquals("P2, averaged", reading.name(), "a single reading is named, too");
    }

    @Test
    void aRunThatEndedEarlyHasDivergedOrIsRefused() throws IOException {
        Run run = runs(Study.grid(Experiment.paper("lfw")).epochs(1), 1).get(0);
        assertEquals("The run " + run.id() + " has 1 of 10 epochs and did not diverge. Train it further, or leave it out.",
                assertThrows(FacetException.class, () -> ReadingRuns.of(List.of(run), 10)).getMessage());
        DivergenceFile.write(run.folder(), "in epoch 2");
        Reading reading = ReadingRuns.of(List.of(run), 10).get(0);
        assertEquals(1, reading.divergedShare(0.001));
        assertEquals(List.of(), reading.outcomes(0.001, "test"));
        assertEquals(0, ReadingRuns.of(List.of(run), 1).get(0).divergedShare(0.001), "up to epoch 1 it had not");
    }

    /** A frozen backbone has no stages and norms to name. */
    @Test
    void aReadingIsNamedByWhatItDiffersIn() throws IOException {
        Experiment base = Experiment.paper("lfw").size(112);
        List<Experiment> all = new ArrayList<>(List.of(base.with("stages", 1), base.with("stages", 3).with("norms", "frozen").with("pooling", "flatten"),
                base.backbone(Backbone.FROZEN).with("batch", 32)));
        assertEquals(List.of("averaged, batch 8, trained backbone, 1 stage, batch norms", "flattened, batch 8, trained backbone, 3 stages, frozen norms",
                "averaged, batch 32, frozen backbone"), ReadingRuns.of(runs(new Study(all, 1), 1), 1).stream().map(Reading::name).toList());
    }
}
