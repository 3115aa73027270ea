package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import facet.io.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops a training, and what it says. */
class TrainingExceptionTest {

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
    void onlyALossThatTrainingSpoiltIsAResult() {
        for (int epoch = 0; epoch < 2; epoch++) {
            History.Row row = new History.Row(epoch, "test", 5, Double.NaN, 2);
            RuntimeException stop = assertThrows(RuntimeException.class, () -> Diverged.check(row));
            assertTrue(stop.getMessage().startsWith("The loss on the set test became NaN " + (epoch > 0 ? "after epoch 1" : "before the first step")), stop.getMessage());
            assertEquals(epoch > 0 ? Diverged.class : FacetException.class, stop.getClass(), "before the first step other weights are needed, and a study must say so");
        }
    }

    @Test
    void aLossThatIsNoNumberStopsItAndSaysWhere() {
        List<Integer> kept = new ArrayList<>();
        String message = assertThrows(Diverged.class, () -> training.fit(1e30f, 3, (h, d) -> kept.add(h.lastEpoch()))).getMessage();
        assertTrue(message.matches("The loss became (NaN|Infinity|-Infinity) in epoch 1, step [23].*smaller learning rate."), message);
        assertEquals(List.of(0), kept);
    }

    /** A margin makes the loss of a step what it is, as soon as it is not finite. */
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void everyLossThatIsNotFiniteStopsAStep(float margin) {
        List<TrainingEvent> events = new ArrayList<>();
        Diverged diverged = assertThrows(Diverged.class, () -> training.goOn(margin, events::add));
        assertEquals("The loss became " + margin + " in epoch 1, step 1", diverged.where());
        assertEquals(diverged.where() + ". No epoch is whole yet; try a smaller learning rate.", diverged.getMessage());
        assertEquals(margin, ((TrainingEvent.StepTaken) events.get(events.size() - 1)).loss(), "its listeners hear of the step");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void everyLossThatIsNotFiniteStopsAnEpoch(float loss) {
        History.Row row = new History.Row(3, "test", 5, loss, 2);
        String epoch = assertThrows(Diverged.class, () -> Diverged.check(row)).getMessage();
        assertEquals("The loss on the set test became " + loss + " after epoch 3. Epoch 2 was the last whole one; try a smaller learning rate.", epoch);
        Diverged.check(new History.Row(3, "test", 0, loss, 0)); // of no triplets
    }

    @Test
    void anEpochWhoseLastStepSpoiltTheWeightsIsNotSaved() {
        List<Integer> kept = new ArrayList<>();
        String message = assertThrows(Diverged.class, () -> training.fit(1e30f, 1, 6, (h, d) -> kept.add(h.lastEpoch()))).getMessage();
        assertTrue(message.matches("The loss on the set validation became .* after epoch 1..*smaller learning rate."), message);
        assertEquals(List.of(0), kept);
    }

    @Test
    void tooLittleMemoryIsSaidInWords() {
        EngineException real = assertThrows(EngineException.class, () -> training.manager().zeros(new Shape(1L << 45)));
        String message = OutOfMemory.explain(real, new Shape(24, 3, 224, 224)).getMessage();
        assertTrue(message.startsWith("There is too little memory for a step of 8 triplets at 224 pixels."), message);
        EngineException other = new EngineException("something else");
        assertTrue(OutOfMemory.isReason(real) && !OutOfMemory.isReason(other) && !OutOfMemory.isReason(new EngineException((String) null)));
        assertSame(other, OutOfMemory.explain(other, new Shape(24, 3, 224, 224)));
    }

    @Test
    void anInterruptStopsItBetweenTwoSteps() {
        assertEquals("Stopped in epoch 2, step 1. Epoch 1 was the last whole one; the same command goes on from what was saved.", interruptedAfter(1));
        assertEquals("Stopped in epoch 1, step 1. No epoch is whole yet; the same command begins epoch 1 anew.", interruptedAfter(0));
    }

    private static String interruptedAfter(int epoch) {
        String message = assertThrows(Stopped.class, () -> training.fit(0.001f, 5, (h, d) -> {
            if (h.lastEpoch() == epoch) {
                Thread.currentThread().interrupt();
            }
        })).getMessage();
        assertTrue(Thread.interrupted(), "those above learn of it");
        return message;
    }

    @Test
    void anInterruptStopsItWhileItMeasures() {
        Progress interrupts = (task, done, total, detail) -> Thread.currentThread().interrupt();
        String message = assertThrows(Stopped.class, () -> training.fit(0.001f, 1, 2, (h, d) -> { }, interrupts)).getMessage();
        assertTrue(Thread.interrupted(), "those above learn of it");
        assertTrue(message.matches("Stopped while measuring after epoch 0, image \\d+ of \\d+. No epoch is whole yet;.*anew."), message);
    }

    @Test
    void weightsThatGiveNoNumbersAreNotBlamedOnTheLearningRate() {
        History.Row row = new History.Row(0, "validation", 2, Double.NaN, 0);
        String message = assertThrows(FacetException.class, () -> Diverged.check(row)).getMessage();
        assertTrue(message.contains("before the first step") && !message.contains("learning rate"), message);
    }
}
