package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.TripletDistances;
import facet.eval.compare.MeasuredPair;
import facet.io.CsvFile;
import facet.io.FacetException;
import facet.model.Backbone;
import facet.model.net.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedPairsTest {

    private static final Study STUDY = Study.grid(Experiment.paper("generated")).level(Level.P2, Level.NONE).with("seed", List.of(42, 43, 44)).epochs(1);

    @TempDir
    Path folder;

    @Test
    void runsOfOneSeedBelongTogetherWhateverTheirOrder() throws IOException {
        List<Run> runs = new ArrayList<>(runs(STUDY, 1, 1, 1, 1, 1, 1));
        Collections.rotate(runs.subList(3, 6), 1);
        List<SeedPair> pairs = SeedPairs.of(STUDY, runs, "level", "NONE", "P2");
        assertEquals(List.of(42L, 43L, 44L), pairs.stream().map(pair -> pair.first().run().experiment().training().seed()).toList());
        assertEquals(List.of(42L, 43L, 44L), pairs.stream().map(pair -> pair.second().run().experiment().training().seed()).toList());
        assertEquals(List.of(Level.NONE, Level.P2), List.of(pairs.get(0).first().run().experiment().network().level(), pairs.get(0).second().run().experiment().network().level()));
    }

    /** Accuracies are 0.1 and 0.5 at the epochs 0 and 1 of P2, and 0.2 more of NONE. */
    @Test
    void theDifferenceIsThatOfTheEpoch() throws IOException {
        SeedPair pair = SeedPairs.of(STUDY, runs(STUDY, 1, 1, 1, 1, 1, 1), "level", "P2", "NONE").get(0);
        assertEquals(-0.2, pair.difference("test", 1), 1e-12);
        MeasuredPair measured = pair.measured(1, "test");
        assertEquals(42, measured.seed());
        assertEquals(List.of(5L, 7L), List.of(correct(measured.first().distances("test")), correct(measured.second().distances("test"))));
    }

    private static long correct(List<TripletDistances> triplets) {
        return triplets.stream().filter(TripletDistances::correct).count();
    }

    @Test
    void aSeedOfWhichOneRunEndedEarlyIsLeftOut() throws IOException {
        List<SeedPair> pairs = SeedPairs.of(STUDY, runs(STUDY, 1, 0, 1, 1, 1, 2), "level", "P2", "NONE");
        assertEquals(List.of(42L, 44L), pairs.stream().map(pair -> pair.first().run().experiment().training().seed()).toList());
        String refused = assertThrows(IllegalArgumentException.class, () -> SeedPairs.of(STUDY, runs(STUDY, 1, 0, 1, 0, 1, 1), "level", "P2", "NONE")).getMessage();
        assertEquals("The study has 1 seeds with both level=P2 and NONE; two are the least. The values are [P2, NONE].", refused);
    }

    @Test
    void nothingElseMayVary() throws IOException {
        Study more = Study.grid(Experiment.paper("generated")).level(Level.P2, Level.NONE).learningRate(0.001, 0.01).with("seed", List.of(42, 43)).epochs(1);
        assertEquals("Beside level and seed nothing may vary; here [level, lr, seed] do.",
                assertThrows(IllegalArgumentException.class, () -> SeedPairs.of(more, List.of(), "level", "P2", "NONE")).getMessage());
        List<Run> six = runs(STUDY, 1, 1, 1, 1, 1, 1);
        assertEquals("It takes three runs or more that differ in their seeds alone; these are 6, and [level, seed] varies.",
                assertThrows(IllegalArgumentException.class, () -> SeedPairs.ofEpochs(six, 1, 0, "test")).getMessage());
        assertEquals("It takes three runs or more that differ in their seeds alone; these are 2, and [seed] varies.",
                assertThrows(IllegalArgumentException.class, () -> SeedPairs.ofEpochs(six.subList(0, 2), 1, 0, "test")).getMessage());
    }

    @Test
    void twoEpochsOfARunArePaired() throws IOException {
        List<MeasuredPair> pairs = SeedPairs.ofEpochs(runs(STUDY, 1, 1, 1, 1, 1, 1).subList(0, 3), 1, 0, "test");
        assertEquals(List.of(42L, 43L, 44L), pairs.stream().map(MeasuredPair::seed).toList());
        assertEquals(List.of(5L, 1L), List.of(correct(pairs.get(2).first().distances("test")), correct(pairs.get(2).second().distances("test"))));
    }

    @Test
    void aSetThatIsAskedForTwiceIsMeasuredOnce() throws IOException {
        Run run = runs(STUDY, 1, 1, 1, 1, 1, 1).get(0);
        assertEquals(10, MeasuredRun.of(run).after(1, "test", "test").distances("test").size());
    }

    @Test
    void aRunWithoutDistancesIsNamed() throws IOException {
        Run run = runs(STUDY, 1, 1, 1, 1, 1, 1).get(0);
        assertEquals("The run " + run.id() + " has no distances of twins after epoch 1.",
                assertThrows(FacetException.class, () -> MeasuredRun.of(run).after(1, "test", "twins")).getMessage());
        Run frozen = new RunStore(folder, true).run(run.experiment().backbone(Backbone.FROZEN));
        assertEquals("The run " + frozen.id() + " has no distances of test after epoch 1: of frozen backbones those of epochs 0, 10 and the last five are recorded at the most.",
                assertThrows(FacetException.class, () -> MeasuredRun.of(frozen).after(1, "test")).getMessage());
    }

    /** Each run's last epoch. Of ten triplets, one is correct at epoch 0 and five after it; with NONE two more. */
    private List<Run> runs(Study study, int... last) throws IOException {
        List<Run> runs = study.experiments().stream().map(new RunStore(folder)::run).toList();
        for (int i = 0; i < runs.size(); i++) {
            int epochs = last[i];
            int more = runs.get(i).experiment().network().level() == Level.NONE ? 2 : 0;
            Path run = Files.createDirectories(runs.get(i).folder());
            CsvFile.write(run.resolve("history.csv"), csv -> {
                for (int epoch = 0; epoch <= epochs; epoch++) {
                    csv.printRecord(epoch, "test", 10, 1, (more + (epoch == 0 ? 1 : 5)) / 10.0);
                }
            }, "epoch", "set", "groups", "loss", "accuracy");
            CsvFile.write(run.resolve("distances.csv"), csv -> {
                for (int epoch = 0; epoch <= epochs; epoch++) {
                    for (int triplet = 0; triplet < 10; triplet++) {
                        csv.printRecord(epoch, "test", "t" + triplet, "ordinary", triplet < more + (epoch == 0 ? 1 : 5) ? 1 : 3, 2);
                    }
                }
            }, "epoch", "set", "group", "kind", "d_ap", "d_an");
        }
        return runs;
    }
}
