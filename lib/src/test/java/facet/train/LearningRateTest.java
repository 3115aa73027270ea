package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step's rate beside PyTorch's schedulers, followed step by step as they do it. */
class LearningRateTest {

    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @CsvSource({"CONSTANT, 2, 0, 3", "COSINE, 0, 4, 5", "COSINE, 1, 6, 4", "STEP, 0, 6, 4", "STEP, 2, 5, 3", "STEP, 0, 1, 7", "COSINE, 0, 1, 1"})
    void everyStepHasTorchsRate(Schedule schedule, int warmup, int over, int steps) {
        LearningRate rate = new LearningRate(schedule, warmup, over);
        int length = Math.max(warmup, over) * steps;
        int rising = warmup * steps;
        double share = rising > 0 ? 1.0 / rising : 1; // LinearLR's start_factor
        for (int step = 0; step < length; step++) {
            assertEquals(share, rate.share(step, steps), EXACT, "step " + step);
            if (step + 1 < rising) {
                share += (1 - 1.0 / rising) / (rising - 1); // LinearLR with total_iters = rising - 1
            } else if (step + 1 == rising) {
                share = 1;
            } else {
                share = next(schedule, share, step + 1 - rising, length - rising);
            }
        }
        double last = rate.share(length - 1, steps);
        for (int beyond = length; beyond < 3 * length + 5; beyond++) {
            assertEquals(schedule == Schedule.CONSTANT ? 1 : last, rate.share(beyond, steps), "it stays at the last rate");
        }
    }

    /** The rate of step i of n, of the one before: CosineAnnealingLR's recursion with eta_min = 0; StepLR's factor where another third begins. */
    private static double next(Schedule schedule, double share, int i, int n) {
        return switch (schedule) {
            case CONSTANT -> share;
            case COSINE -> share * (1 + Math.cos(Math.PI * i / n)) / (1 + Math.cos(Math.PI * (i - 1) / n));
            case STEP -> {
                boolean thirdBegins = 3.0 * i / n >= 1 && 3.0 * (i - 1) / n < 1 || 3.0 * i / n >= 2 && 3.0 * (i - 1) / n < 2;
                yield thirdBegins ? share * 0.1 : share;
            }
        };
    }

    /** A step at the rate 0 would be none. */
    @ParameterizedTest
    @EnumSource
    void noStepIsWithoutARate(Schedule schedule) {
        LearningRate rate = new LearningRate(schedule, 3, 30);
        for (int step = 0; step < 40; step++) {
            double share = rate.share(step, 1);
            assertTrue(share > 0 && share <= 1, step + ": " + share);
        }
        assertEquals(1, rate.share(2, 1), "the warm-up ends at the whole rate");
        assertEquals(1, rate.share(3, 1), "where the schedule begins");
    }
}
