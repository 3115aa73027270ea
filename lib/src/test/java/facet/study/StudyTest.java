package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.train.Stopped;
import facet.train.diagnosis.Condition;
import facet.train.diagnosis.EpochHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final Experiment SMALL = Experiment.paper("generated").precision(Precision.FP32).size(32).triplets(4).backbone(Backbone.FROZEN);

    @TempDir
    Path folder;

    @Test
    void aGridHoldsAllCombinations() {
        Study study = Study.grid(SMALL).level(Level.P2, Level.P5).learningRate(0.001, 0.01).seeds(3).epochs(2);
        List<Experiment> expected = new ArrayList<>();
        for (Level level : List.of(Level.P2, Level.P5)) {
            for (double rate : new double[] {0.001, 0.01}) {
                for (long seed = 1; seed <= 3; seed++) {
                    expected.add(SMALL.level(level).learningRate(rate).seed(seed));
                }
            }
        }
        assertEquals(expected, study.experiments());
        assertEquals(Map.of("level", "P5", "lr", "0.001", "seed", "2"), study.varied(SMALL.level(Level.P5).seed(2)));
        assertEquals(expected, Study.grid(SMALL).with("level", List.of("p2", "P5")).with("lr", List.of(0.001, "1e-2")).with("seed", List.of(1, 2, 3))
                .epochs(2).experiments());
    }

    @Test
    void anExperimentStandsInAGridOnce() {
        assertEquals(1, Study.grid(SMALL).level(Level.P2, Level.P2).epochs(1).experiments().size());
    }

    @Test
    void unknownSettingsAreNamed() {
        String setting = assertThrows(FacetException.class, () -> Study.grid(SMALL).with("rate", List.of(1))).getMessage();
        assertTrue(setting.startsWith("There is no setting rate: did you mean lr? There are data, groups, size, "), setting);
        String value = assertThrows(FacetException.class, () -> Study.grid(SMALL).with("level", List.of("P6"))).getMessage();
        assertEquals("The setting level is P6; it has to be one of none, P2, P3, P4, P5, pool.", value);
    }

    @Test
    void aRunIsMissingWhereItsStudyWouldTrainIt() {
        RunTrainer trainer = new RunTrainer(new RunStore(folder).run(SMALL));
        assertTrue(trainer.isMissing(1), "nothing is there");
        trainer.measure(1, Progress.silent());
        assertFalse(trainer.isMissing(1), "a study keeps no weights of a frozen backbone's run");
        assertTrue(trainer.isMissing(2));
        DivergenceFile.write(trainer.run().folder(), "The loss became NaN in epoch 2, step 1");
        assertFalse(trainer.isMissing(2), "it is not trained again");
        RunTrainer whole = new RunTrainer(new RunStore(folder).run(SMALL.backbone(Backbone.TRAINED)));
        whole.measure(1, Progress.silent());
        assertFalse(whole.isMissing(1));
        RunFiles.delete(whole.run().checkpoint());
        assertTrue(whole.isMissing(1), "its weights are gone");
    }

    @Test
    void onlyMissingRunsAreTrained() {
        RunStore store = new RunStore(folder);
        List<String> first = new ArrayList<>();
        Study.grid(SMALL).seeds(1).epochs(2).run(store, (task, done, total, detail) -> first.add(task + " " + done + "/" + total + " " + detail));
        assertEquals("study 2000/2000 1 run of 2 epochs", first.get(first.size() - 1));
        List<String> said = new ArrayList<>();
        List<Run> runs = Study.grid(SMALL).seeds(2).epochs(2).run(store, (task, done, total, detail) -> said.add(done + "/" + total + " " + detail));
        assertTrue(said.stream().noneMatch(line -> line.contains("run 1/2 seed=1 \u00b7 epoch")), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.contains("run 2/2 seed=2 \u00b7 epoch 2/2")), said.toString());
        assertEquals(List.of(2, 2), runs.stream().map(run -> run.history().lastEpoch()).toList());
        assertFalse(Files.exists(RunFiles.checkpoint(runs.get(1).folder())), "a frozen run's weights are not kept");
        assertEquals(runs.get(1).history(), new RunTrainer(new RunStore(folder.resolve("alone")).run(SMALL.seed(2))).train(2, Progress.silent()),
                "a run does not depend on the others");
    }

    @Test
    void anInterruptBetweenTwoRunsStopsTheStudy() {
        Study two = Study.grid(SMALL).seeds(2).epochs(1);
        Progress interrupts = (task, done, total, detail) -> {
            if (detail.contains("run 1/2") && detail.contains("validation loss") && detail.contains("epoch 1/1")) {
                Thread.currentThread().interrupt();
            }
        };
        String message = assertThrows(FacetException.class, () -> two.run(new RunStore(folder), interrupts)).getMessage();
        assertTrue(Thread.interrupted(), "the interrupt is not swallowed");
        assertEquals("Stopped before run 2 of 2; the same study goes on from there.", message);
    }

    @Test
    void aRunThatDivergesDoesNotEndTheStudy() {
        Study study = Study.grid(SMALL).learningRate(1e20, 0.001).epochs(2);
        List<Run> runs = study.run(new RunStore(folder), Progress.silent());
        assertTrue(runs.get(0).history().lastEpoch() < 2, "its loss is no number");
        assertTrue(runs.get(0).divergence().orElseThrow().startsWith("The loss "), runs.get(0).divergence().toString());
        assertFalse(runs.get(0).steps().isEmpty(), "the steps of the epoch in which it diverged");
        assertEquals(List.of(0, 1), runs.get(0).health().stream().map(EpochHealth::epoch).toList(), "its first steps");
        assertEquals(Condition.EXPLODED, runs.get(0).diagnosis().orElseThrow().condition());
        assertEquals(2, runs.get(1).history().lastEpoch());
        assertEquals(Optional.empty(), runs.get(1).divergence());
        Run recorded = Recording.of(runs.get(0), new RunStore(folder.resolve("recorded")));
        assertEquals(runs.get(0).divergence(), recorded.divergence());
        List<String> said = new ArrayList<>();
        study.run(new RunStore(folder), (task, done, total, detail) -> said.add(detail));
        assertTrue(said.stream().noneMatch(line -> line.contains("epoch 1/2")), "what diverged would do so again: " + said);
        Run again = runs.get(0);
        String stopped = assertThrows(Stopped.class, () -> new RunTrainer(again).train(2, (task, done, total, detail) -> Thread.currentThread().interrupt())).getMessage();
        assertTrue(Thread.interrupted() && stopped.startsWith("Stopped in epoch"), stopped);
        assertTrue(again.divergence().isPresent(), "stopped before it came through an epoch");
        DivergenceFile.delete(again.folder());
        assertFalse(Files.exists(Recording.of(again, new RunStore(folder.resolve("recorded"))).folder().resolve(DivergenceFile.NAME)), "of an earlier record");
    }
}
