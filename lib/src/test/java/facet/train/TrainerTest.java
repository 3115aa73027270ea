package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import facet.train.TrainingEvent.StepTaken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static SmallTraining training;

    @BeforeAll
    static void open() {
        training = new SmallTraining();
    }

    @AfterAll
    static void close() {
        training.close();
    }

    @Test
    void theLargestBatchIsOneStep() {
        try (SmallTraining training = new SmallTraining()) {
            assertEquals(1, training.fit(1e-6f, 1, Integer.MAX_VALUE, (history, distances) -> { }).lastEpoch());
        }
    }

    @Test
    void measuresEverySetBeforeTheFirstStepAndAfterEachEpoch() {
        List<Integer> epochs = new ArrayList<>();
        History history = training.fit(0.001f, 2, (told, distances) -> {
            epochs.add(told.lastEpoch());
            assertEquals(2, distances.distances("validation").size());
        });
        assertEquals(List.of(0, 1, 2), epochs);
        assertEquals(List.of(0, 1, 2), history.rows("validation").stream().map(History.Row::epoch).toList());
        assertEquals(List.of(1, 2), history.rows("train").stream().map(History.Row::epoch).toList());
        assertEquals(6, history.rows("train").get(0).triplets());
        assertNotEquals(history.loss("validation")[0], history.loss("validation")[2], "it learns something");
    }

    /** Six triplets are two steps of four. */
    @Test
    void tellsOfEachEventInItsOrder() {
        List<String> names = new ArrayList<>();
        training.goOn(1, event -> names.add(event instanceof StepTaken step ? "step " + step.epoch() + "." + step.step() + " of " + step.triplets()
                : event.getClass().getSimpleName()));
        assertEquals(List.of("Started", "step 1.1 of 4", "StepMeasured", "step 1.2 of 2", "ImagesMeasured", "EpochEnded"), names.stream().distinct().toList());
    }

    @Test
    void listenersHearInTheOrderInWhichTheyCame() {
        List<String> heard = new ArrayList<>();
        TrainingListener first = event -> heard.add("first");
        first.and(event -> heard.add("second")).happened(new TrainingEvent.ImagesMeasured(0, 1, 1));
        assertEquals(List.of("first", "second"), heard);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertEquals(training.fit(0.001f, 1, (h, d) -> { }), training.fit(0.001f, 1, (h, d) -> { }));
    }
}
