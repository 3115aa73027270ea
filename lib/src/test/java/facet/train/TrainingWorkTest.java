package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
