package facet.train.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.train.StepHealth;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochHealthTest {

    /** A batch of six and one of two: a triplet counts alike in both, and so does a step. */
    @Test
    void isTheMeanOverTheTripletsAndOverTheSteps() {
        EpochHealth health = EpochHealth.of(3, List.of(new StepHealth(6, 3, 1, 2, 10, 8), new StepHealth(2, 0, 5, 10, 30, 0)));
        assertEquals(new EpochHealth(3, 3.0 / 8, (6 * 1 + 2 * 5) / 8.0, (6 * 2 + 2 * 10) / 8.0, 20, 4), health);
    }

    @Test
    void aBatchWithoutATripletHasNoneThatIsActive() {
        StepHealth none = new StepHealth(0, 0, 0, 0, 10, 0);
        assertEquals(new EpochHealth(1, 0, 0, 0, 10, 0), EpochHealth.of(1, List.of(none)));
        assertEquals(new EpochHealth(1, 0.5, 1, 2, 20, 4), EpochHealth.of(1, List.of(none, new StepHealth(6, 3, 1, 2, 30, 8))));
    }
}
