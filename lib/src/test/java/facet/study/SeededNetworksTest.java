package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.eval.compare.Plan;
import facet.eval.compare.SeedScores;
import facet.model.net.Level;
import facet.train.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededNetworksTest {

    private static final Plan PLAN = new Plan(1, 2, 0.048, 0.05);

    @TempDir
    Path folder;

    /** A run of two epochs, each of which has so many of two triplets correct. */
    private Run run(Experiment experiment, int... correct) {
        Run run = new RunStore(folder).run(experiment);
        for (int epoch = 0; epoch < correct.length; epoch++) {
            List<TripletDistances> triplets = List.of(new TripletDistances("Anna", "ordinary", 1, correct[epoch] > 0 ? 2 : 0.5), new TripletDistances("Bo", "ordinary", 1, correct[epoch] > 1 ? 2 : 0.5));
            RunFiles.append(run.folder(), run.history().plus(List.of(History.Row.of(epoch, "test", triplets, 1))), new Measurements(Map.of("test", triplets)));
        }
        return run;
    }

    @Test
    void networksHaveTheirNamesAndSeedsInOrder() {
        Experiment base = Experiment.paper("generated");
        List<Run> runs = List.of(run(base.level(Level.NONE).seed(2), 0, 2, 1), run(base.level(Level.P2).seed(1), 0, 1, 1), run(base.level(Level.NONE).seed(1), 0, 0, 0));
        Map<String, List<SeedScores>> networks = SeededNetworks.of(runs, PLAN, List.of("test"));
        assertEquals(List.of("ResNet-50 (no FPN)", "P2"), new ArrayList<>(networks.keySet()));
        assertEquals(List.of(1L, 2L), networks.get("ResNet-50 (no FPN)").stream().map(SeedScores::seed).toList());
        assertEquals(List.of(0.0, 0.75), networks.get("ResNet-50 (no FPN)").stream().map(SeedScores::mean).toList());
    }

    @Test
    void aNetworkOnSFaceIsNamedAfterIt() {
        Settings onSFace = Experiment.paper("generated").values().with("size", "112").with("align", "eyes").with("backbone", "frozen").with("weights", "sface");
        List<Run> runs = List.of(run(Experiment.of(onSFace), 0, 1, 1), run(Experiment.of(onSFace.with("level", "none")), 0, 1, 1));
        assertEquals(List.of("SFace + FPN P2", "SFace + linear"), new ArrayList<>(SeededNetworks.of(runs, PLAN, List.of("test")).keySet()));
    }

    @Test
    void aRunThatIsNotTrainedToTheEndIsRefusedUnlessItDiverged() {
        Run half = run(Experiment.paper("generated").seed(1), 0, 1);
        assertEquals("The run of seed 1 has no distances of test after epoch 2. Is it trained to the end?",
                assertThrows(IllegalArgumentException.class, () -> SeededNetworks.of(List.of(half), PLAN, List.of("test"))).getMessage());
        DivergenceFile.write(half.folder(), "epoch 2, step 3");
        assertEquals(0.5, SeededNetworks.of(List.of(half), PLAN, List.of("test")).get("P2").get(0).mean());
    }

    @Test
    void aSeedOfTwoStudiesIsRefused() {
        Experiment base = Experiment.paper("generated").seed(1);
        List<Run> twice = List.of(run(base, 0, 1, 1), run(base.learningRate(0.01), 0, 1, 1));
        assertEquals("Seed 1 was trained twice at one level: the runs are of several studies. Take those of one.",
                assertThrows(IllegalArgumentException.class, () -> SeededNetworks.of(twice, PLAN, List.of("test"))).getMessage());
    }
}
