package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.Progress;
import facet.model.Backbone;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the recorded comparison of recipes, by triplets that are counted one by one. */
class StudyArmsTest {

    private static final List<String> SETS = List.of("validation", "hard validation");
    private static final RunStore RECORDED = RunStore.openRecorded();

    private static Studies arms(String... names) {
        Studies all = StudyFile.named("recipes-frozen");
        return new Studies(List.of(names).stream().map(all::study).toList());
    }

    @Test
    void theEndpointCountsTheTripletsOfTheLastFiveEpochs() {
        Map<String, Map<Long, Double>> found = StudyArms.of(arms("default", "unit length"), RECORDED, 6, 10, SETS);
        assertEquals(List.of("default", "unit length"), List.copyOf(found.keySet()));
        for (Run run : arms("unit length").one().run(RECORDED, Progress.silent())) {
            int correct = 0;
            for (int epoch = 6; epoch <= 10; epoch++) {
                for (String set : SETS) {
                    correct += run.distances(epoch, set).stream().filter(triplet -> triplet.anchorPositive() < triplet.anchorNegative()).count();
                }
            }
            assertEquals(correct / (5.0 * 340), found.get("unit length").get(run.experiment().training().seed()), 1e-12);
        }
    }

    /** All runs with squared distances diverged in their first epoch. */
    @Test
    void aRunThatDivergedBeforeTheseEpochsCountsWithTheNetworkBeforeTraining() {
        Studies squared = arms("squared distance");
        Run first = squared.one().run(RECORDED, Progress.silent()).get(0);
        assertEquals(0, first.history().lastEpoch());
        double before = (first.history().row("validation", 0).accuracy() + first.history().row("hard validation", 0).accuracy()) / 2;
        assertEquals(before, StudyArms.of(squared, RECORDED, 6, 10, SETS).get("squared distance").get(401L), 1e-12);
    }

    @Test
    void aSeedIsTrainedOnceInAnArm(@TempDir Path folder) {
        Experiment small = Experiment.paper("generated").size(32).triplets(2).backbone(Backbone.FROZEN).seed(7);
        Study doubled = new Study("doubled", List.of(small.splitSeed(1), small.splitSeed(2)), 1);
        assertEquals("The arm doubled has two runs of seed 7; give each seed one split (split: seed).", assertThrows(IllegalArgumentException.class,
                () -> StudyArms.of(new Studies(List.of(doubled)), new RunStore(folder), 1, 1, List.of("validation"))).getMessage());
    }

    @Test
    void anArmHasANameAndAnEndpoint() {
        Study unnamed = new Study(arms("default").one().experiments(), 10);
        assertEquals("Each arm needs a name of its own: give each study a line \"name:\".",
                assertThrows(IllegalArgumentException.class, () -> StudyArms.of(new Studies(List.of(unnamed)), RECORDED, 6, 10, SETS)).getMessage());
        assertEquals("There is no endpoint in the sets [validation, hard validation] and the epochs 10 to 6.",
                assertThrows(IllegalArgumentException.class, () -> StudyArms.of(arms("default"), RECORDED, 10, 6, SETS)).getMessage());
    }

    @Test
    void onlySeedAndSplitVaryWithinAnArm() {
        Study two = new Study("two", List.of(Experiment.paper("lfw"), Experiment.paper("lfw").learningRate(0.01)), 10);
        assertEquals("In the arm two [lr] vary; only seed and split may.",
                assertThrows(IllegalArgumentException.class, () -> StudyArms.of(new Studies(List.of(two)), RECORDED, 6, 10, SETS)).getMessage());
    }
}
