package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The work is counted event by event. */
class TrainingWorkTest {

    @ParameterizedTest
    @CsvSource({"5, 2, 7, -1, 3", "5, 2, 7, 0, 3", "5, 2, 7, 2, 3", "6, 3, 4, 3, 3", "5, 2147483647, 7, -1, 2", "3, 1, 0, -1, 2"})
    void isTheSumOfStepsAndMeasuredImages(int triplets, int batch, int images, int trained, int epochs) {
        TrainingWork work = new TrainingWork(triplets, batch, images, trained, epochs);
        long done = 0;
        long before = 0;
        long steps = 0;
        long measured = 0;
        for (int epoch = 0; epoch <= epochs; epoch++) {
            int step = 0;
            for (int first = 0; epoch > 0 && first < triplets; first += Math.min(batch, triplets)) {
                done += 9L * Math.min(batch, triplets - first); // three images a triplet, forward and backward
                step++;
                assertEquals(done, work.afterStep(epoch, step), "epoch " + epoch + ", step " + step);
                steps += epoch > trained ? 1 : 0;
            }
            assertEquals(done, work.afterImages(epoch, 0));
            for (int image = 1; image <= images; image++) {
                done++;
                assertEquals(done, work.afterImages(epoch, image), "epoch " + epoch + ", image " + image);
                measured += epoch > trained ? 1 : 0;
            }
            assertEquals(done, work.afterEpoch(epoch));
            before = epoch == trained ? done : before;
            assertEquals(epoch > 0 ? work.steps() : 0, step);
        }
        assertEquals(done, work.total());
        assertEquals(done - before, work.left());
        assertEquals(steps, work.stepsLeft());
        assertEquals(measured, work.imagesLeft());
    }

    /** Of people, so many images each; one who would be left alone is in the step before. */
    @ParameterizedTest
    @CsvSource({"8, 3, 3", "7, 3, 2", "9, 3, 3", "3, 2, 1", "4, 4, 1", "5, 4, 1", "6, 4, 2"})
    void countsBatchesOfPeople(int people, int batch, int steps) {
        TrainingWork work = new TrainingWork(new EpochWork(people, 5, batch, 2), 0, -1, 1);
        assertEquals(steps, work.steps());
        long done = 0;
        for (int step = 1; step <= steps; step++) {
            int own = work.imagesOf(step) / 5;
            assertTrue(own >= 2 && own <= batch + 1, own + " people");
            done += 3L * 5 * own;
            assertEquals(done, work.afterStep(1, step));
        }
        assertEquals(3L * 5 * people, done);
        assertEquals(done, work.total());
    }
}
