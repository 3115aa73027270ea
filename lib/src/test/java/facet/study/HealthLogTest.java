package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.train.StepHealth;
import facet.train.TrainingEvent.StepMeasured;
import facet.train.diagnosis.EpochHealth;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthLogTest {

    private static final StepHealth STEP = new StepHealth(8, 4, 1, 2, 3, 4);
    private static final StepHealth OTHER = new StepHealth(8, 2, 3, 4, 5, 6);

    @TempDir
    Path folder;

    /** As after going back to a checkpoint: the epochs beyond it are of a try that was dropped. */
    @Test
    void epochsThatAreTrainedAnewReplaceThoseOfBeforeAndTheLaterOnes() {
        save(1, STEP, OTHER);
        save(2, STEP);
        save(3, STEP);
        save(2, OTHER);
        assertEquals(List.of(new EpochHealth(0, 0.5, 1, 2, 3, 4), new EpochHealth(1, 0.375, 2, 3, 4, 5), new EpochHealth(2, 0.25, 3, 4, 5, 6)), HealthLog.read(folder));
    }

    /** Begun anew, it has another first batch, too. */
    @Test
    void theFirstBatchGoesWithTheFirstEpoch() {
        save(1, STEP);
        save(1, OTHER);
        assertEquals(List.of(new EpochHealth(0, 0.25, 3, 4, 5, 6), new EpochHealth(1, 0.25, 3, 4, 5, 6)), HealthLog.read(folder));
    }

    @Test
    void nothingTakenIsNothingWritten() {
        save(1);
        assertEquals(List.of(), HealthLog.read(folder));
    }

    private void save(int epoch, StepHealth... steps) {
        HealthLog log = new HealthLog(folder);
        for (StepHealth step : steps) {
            log.happened(new StepMeasured(epoch, step));
        }
        log.save();
        log.save(); // a second time without anything new changes nothing
    }
}
