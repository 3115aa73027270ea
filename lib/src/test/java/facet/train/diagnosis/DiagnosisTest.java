package facet.train.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.train.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each verdict, by a training that gives it and one just below its threshold. */
class DiagnosisTest {

    private static final double MARGIN = 1;

    /** Training and validation after an epoch; accuracies in thousandths. */
    private record Epoch(double trainingLoss, int trained, double validationLoss, int validated) { }

    @Test
    void aLossThatIsNaNHasExploded() {
        Diagnosis found = Diagnosis.of(new History(List.of()), List.of(), MARGIN, false, Optional.of("The loss became NaN in epoch 1, step 3")).orElseThrow();
        assertEquals("Exploded: The loss became NaN in epoch 1, step 3. The steps are too large: each one overshoots and makes the next gradient larger."
                + " Take a learning rate that is ten times lower, or limit the norm of the gradient (the setting clip).", found.sentence());
    }

    @Test
    void aLossOfMoreThanTenTimesTheStartHasExploded() {
        assertEquals(Condition.EXPLODED, found(2, List.of(), new Epoch(20.1, 600, 3, 600)));
        assertEquals(Condition.NO_PROGRESS, found(2, List.of(), new Epoch(19.9, 600, 3, 600)));
        assertEquals(Condition.EXPLODED, found(2, List.of(), new Epoch(3, 600, 20.1, 600)), "validation counts, too");
        assertEquals(Condition.NO_PROGRESS, found(0.1, List.of(), new Epoch(3, 600, 9.9, 600)), "a start below the margin counts as the margin");
        assertEquals(Condition.EXPLODED, found(2, List.of(), new Epoch(20.1, 600, 3, 600), new Epoch(1.5, 600, 2.1, 600)), "at any time");
        assertEquals(Condition.HEALTHY, found(2, List.of(), new Epoch(20.1, 600, 3, 600), new Epoch(1.5, 600, 1.5, 600)), "but not where it came back");
    }

    @Test
    void embeddingsThatGrewTenfoldHaveExploded() {
        assertEquals(Condition.EXPLODED, found(2, List.of(health(0, 1, 10, 3), health(1, 1, 10, 30.1)), new Epoch(1.5, 600, 1.5, 600)));
        assertEquals(Condition.HEALTHY, found(2, List.of(health(0, 1, 10, 3), health(1, 1, 10, 29.9)), new Epoch(1.5, 600, 1.5, 600)));
    }

    @Test
    void aPointAtTheMarginHasCollapsed() {
        Epoch margin = new Epoch(0.96, 500, 0.98, 500);
        assertEquals(Condition.COLLAPSED, found(0.9, List.of(health(0, 1, 10, 30), health(1, 1, 0.9, 30)), margin), "by the start");
        assertEquals(Condition.NO_PROGRESS, found(0.9, List.of(health(0, 1, 10, 30), health(1, 1, 1.1, 30)), margin));
        assertEquals(Condition.COLLAPSED, found(0.9, List.of(health(0, 1, 10, 100), health(1, 1, 1.9, 100)), margin), "by the norm");
        assertEquals(Condition.NO_PROGRESS, found(0.9, List.of(health(0, 1, 10, 100), health(1, 1, 2.1, 100)), margin));
        assertEquals(Condition.NO_PROGRESS, found(0.9, List.of(health(0, 1, 10, 30), health(1, 1, 0.9, 30)), new Epoch(0.94, 500, 0.98, 500)), "by the loss");
        assertEquals(Condition.NO_PROGRESS, found(0.9, List.of(health(0, 1, 10, 30), health(1, 1, 0.9, 30)), new Epoch(1.06, 500, 0.98, 500)), "above it");
    }

    @Test
    void withoutHealthBothLossesOfTheMarginAreAPoint() {
        Diagnosis found = diagnosis(2, List.of(), new Epoch(0.96, 500, 1.04, 500));
        assertEquals(Condition.COLLAPSED, found.condition());
        assertFalse(found.measured());
        assertTrue(found.sentence().endsWith(" (Judged by losses and accuracies alone: the run has no health.csv.)"), found.sentence());
        assertEquals(Condition.HEALTHY, found(2, List.of(), new Epoch(0.96, 500, 1.06, 600)));
        assertEquals(Condition.NO_PROGRESS, found(0.98, List.of(), new Epoch(0.96, 500, 1.04, 500)), "where it began there, that says nothing");
    }

    @Test
    void solvedTrainingAndAValidationLossThatWasBetterIsMemorised() {
        Epoch best = new Epoch(0.5, 900, 0.5, 900);
        Diagnosis found = diagnosis(1, List.of(), best, new Epoch(0.3, 990, 0.56, 900));
        assertEquals("Memorised: in epoch 2 the accuracy is 0.990 in training and 0.900 on validation, whose loss is 0.560 (0.500 after epoch 1). The network fits its training"
                + " triplets and no longer learns what holds for other people. Stop after epoch 1, or train on more people or more images of each person."
                + " (Judged by losses and accuracies alone: the run has no health.csv.)", found.sentence());
        assertEquals(Condition.HEALTHY, found(1, List.of(), best, new Epoch(0.3, 990, 0.54, 900)), "by the loss");
        assertEquals(Condition.HEALTHY, found(1, List.of(), best, new Epoch(0.3, 989, 0.56, 900)), "by the training triplets");
        assertEquals(Condition.MEMORISED, found(1, List.of(health(2, 0.05, 10, 30)), best, new Epoch(0.3, 989, 0.56, 900)), "by those that are active");
        assertEquals(Condition.HEALTHY, found(1, List.of(health(2, 0.06, 10, 30)), best, new Epoch(0.3, 989, 0.56, 900)));
        assertTrue(diagnosis(0.5, List.of(), new Epoch(0.3, 990, 0.56, 900)).next().startsWith("Take a lower learning rate, or train"), "epoch 0 was the best");
    }

    @Test
    void anAccuracyFarBelowTrainingsIsMemorised() {
        assertEquals(Condition.MEMORISED, found(1, List.of(), new Epoch(0.3, 995, 0.5, 894)));
        assertEquals(Condition.HEALTHY, found(1, List.of(), new Epoch(0.3, 995, 0.5, 896)));
        assertTrue(diagnosis(1, List.of(), new Epoch(0.3, 995, 0.5, 894)).next().startsWith("Train on more people"));
    }

    @Test
    void theTrainingAccuracyOfMinedTripletsSaysNothing() {
        List<History.Row> rows = List.of(new History.Row(0, "validation", 1000, 1, 600), new History.Row(1, "train", 1000, 0.3, 1000), new History.Row(1, "validation", 1000, 0.5, 800));
        assertEquals(Condition.MEMORISED, Diagnosis.of(new History(rows), List.of(), MARGIN, false, Optional.empty()).orElseThrow().condition());
        assertEquals(Condition.HEALTHY, Diagnosis.of(new History(rows), List.of(), MARGIN, true, Optional.empty()).orElseThrow().condition());
    }

    @Test
    void fewActiveTripletsForTwoEpochsAreNoneLeft() {
        Epoch[] epochs = {new Epoch(0.1, 950, 0.5, 900), new Epoch(0.1, 960, 0.49, 900), new Epoch(0.1, 960, 0.48, 900)};
        assertEquals(Condition.NO_ACTIVE_TRIPLETS, found(1, List.of(health(1, 0.5, 10, 30), health(2, 0.05, 10, 30), health(3, 0.05, 10, 30)), epochs));
        assertEquals(Condition.HEALTHY, found(1, List.of(health(1, 0.5, 10, 30), health(2, 0.06, 10, 30), health(3, 0.05, 10, 30)), epochs), "one epoch alone");
        assertEquals(Condition.NO_ACTIVE_TRIPLETS, found(1, List.of(), new Epoch(0.025, 950, 0.5, 900)), "by the loss, where there is nothing else");
        assertEquals(Condition.HEALTHY, found(1, List.of(), new Epoch(0.026, 950, 0.5, 900)));
    }

    @Test
    void aValidationLossThatHasFallenIsHealthy() {
        assertEquals(Condition.HEALTHY, found(1, List.of(), new Epoch(0.9, 600, 0.95, 600)));
        assertEquals(Condition.NO_PROGRESS, found(1, List.of(), new Epoch(0.9, 600, 0.96, 600)));
        assertEquals("the validation loss is 0.960 after epoch 1 (1.000 before training) and the accuracy 0.600 (0.600)",
                diagnosis(1, List.of(), new Epoch(0.9, 600, 0.96, 600)).seen());
    }

    @Test
    void anAccuracyThatHasFallenIsNotAndOneThatHasRisenIs() {
        assertEquals(Condition.HEALTHY, found(2, List.of(), new Epoch(1.2, 600, 1.2, 571)));
        assertEquals(Condition.NO_PROGRESS, found(2, List.of(), new Epoch(1.2, 600, 1.2, 569)), "its loss fell since the embeddings shrank");
        assertEquals(Condition.HEALTHY, found(2, List.of(), new Epoch(3, 600, 3, 631)));
        assertEquals(Condition.NO_PROGRESS, found(2, List.of(), new Epoch(3, 600, 3, 629)));
    }

    @Test
    void aRunThatHasNotBegunAndOneWithoutValidationHaveNone() {
        History start = new History(List.of(new History.Row(0, "validation", 1000, 1, 800)));
        assertEquals(Optional.empty(), Diagnosis.of(start, List.of(), MARGIN, false, Optional.empty()));
        History alone = new History(List.of(new History.Row(0, "validation", 0, Double.NaN, 0), new History.Row(1, "train", 1000, 1, 800), new History.Row(1, "validation", 0, Double.NaN, 0)));
        assertEquals(Optional.empty(), Diagnosis.of(alone, List.of(), MARGIN, false, Optional.empty()));
    }

    private static EpochHealth health(int epoch, double active, double negative, double norm) {
        return new EpochHealth(epoch, active, negative, negative, norm, 1);
    }

    private static Condition found(double start, List<EpochHealth> health, Epoch... epochs) {
        return diagnosis(start, health, epochs).condition();
    }

    private static Diagnosis diagnosis(double start, List<EpochHealth> health, Epoch... epochs) {
        List<History.Row> rows = new ArrayList<>(List.of(new History.Row(0, "validation", 1000, start, 600)));
        for (int i = 0; i < epochs.length; i++) {
            rows.add(new History.Row(i + 1, "train", 1000, epochs[i].trainingLoss, epochs[i].trained));
            rows.add(new History.Row(i + 1, "validation", 1000, epochs[i].validationLoss, epochs[i].validated));
        }
        return Diagnosis.of(new History(rows), health, MARGIN, false, Optional.empty()).orElseThrow();
    }
}
