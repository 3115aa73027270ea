package facet.eval.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionTest {

    private static final StatedNumber ACCURACY = new StatedNumber(0.001, "test", Quantity.ACCURACY, 0.741, 170, 1);
    private static final StatedNumber LOSS = new StatedNumber(0.001, "test", Quantity.LOSS, 1.935, 170, 1);

    @Test
    void betweenTheEndsOfALossLie95PercentOfItsDensity() {
        LossDensity density = new LossDensity(Math.log(2), 0.3, 4);
        Interval interval = density.interval(0.025);
        double step = 1e-4;
        double within = 0;
        for (double x = Math.log(interval.low() + 0.1); x < Math.log(interval.high() + 0.1); x += step) {
            within += Math.exp(density.log(Math.exp(x) - 0.1)) * step;
        }
        assertEquals(0.95, within, 1e-3);
        assertEquals(4, (interval.low() + 0.1) * (interval.high() + 0.1), 1e-9, "as far from the centre 2 on a logarithmic scale");
        assertEquals(0, new LossDensity(Math.log(0.1), 0.3, 4).interval(0.025).low(), "no loss is below 0");
    }

    @Test
    void noTailOfAnAccuracyIsLikelierThanItMayBe() {
        for (double correlation : new double[] {0, 0.01, 0.3}) {
            for (int n : new int[] {1, 10, 170}) {
                BetaBinomial counts = new BetaBinomial(n, 0.741, correlation);
                Interval interval = counts.interval(0.025);
                int low = (int) Math.round(interval.low() * n);
                int high = (int) Math.round(interval.high() * n);
                assertTrue(sum(counts, 0, low) <= 0.025 && sum(counts, 0, low + 1) > 0.025, "low of " + n + ": " + low);
                assertTrue(sum(counts, high + 1, n + 1) <= 0.025 && sum(counts, high, n + 1) > 0.025, "high of " + n + ": " + high);
            }
        }
    }

    private static double sum(BetaBinomial counts, int from, int to) {
        return IntStream.range(from, to).mapToDouble(k -> Math.exp(counts.logProbability(k))).sum();
    }

    @Test
    void aReadingThatHasThePapersNumbersFitsAndAnotherDoesNot() {
        Reading near = Outcomes.reading("near", new double[] {1.8, 2.1, 1.9}, new double[] {0.76, 0.72, 0.75});
        assertTrue(Prediction.of(near, ACCURACY).orElseThrow().fits());
        assertTrue(Prediction.of(near, LOSS).orElseThrow().fits());
        Reading far = Outcomes.reading("far", new double[] {0.05, 0.06, 0.05}, new double[] {0.99, 0.98, 0.99});
        assertFalse(Prediction.of(far, ACCURACY).orElseThrow().fits());
        assertFalse(Prediction.of(far, LOSS).orElseThrow().fits());
        assertEquals(Optional.empty(), Prediction.of(new Reading("diverged", Map.of(0.001, List.of(Outcomes.diverged(1)))), LOSS));
        assertEquals(Optional.empty(), Prediction.of(near, new StatedNumber(0.01, "test", Quantity.ACCURACY, 0.776, 170, 1)), "not run at that rate");
    }

    /** The paper's 0.741 is 126 of 170, which is 0.7412. */
    @Test
    void aRoundedAccuracyStandsForItsCount() {
        assertTrue(new Prediction(ACCURACY, new Interval(126 / 170.0, 0.9)).fits());
        assertFalse(new Prediction(ACCURACY, new Interval(127 / 170.0, 0.9)).fits());
    }

    /** The paper states its best validation accuracy at 0.01, and not the last one. */
    @Test
    void theBestAccuracyIsComparedWithTheBest() {
        StatedNumber best = new StatedNumber(0.001, "test", Quantity.BEST_ACCURACY, 0.824, 170, 1);
        Reading reading = new Reading("fell", Map.of(0.001, IntStream.range(0, 3)
                .mapToObj(i -> new SeedOutcome(i, false, Map.of("test", new SetOutcome(170, i, 1, Double.NaN, 0.5, 0.82 + 0.005 * i)), List.of(3.0, 2.0, 1.0))).toList()));
        assertTrue(Prediction.of(reading, best).orElseThrow().fits());
        assertFalse(Prediction.of(reading, new StatedNumber(0.001, "test", Quantity.ACCURACY, 0.824, 170, 1)).orElseThrow().fits());
    }
}
