package facet.report.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final FakeClock clock = new FakeClock();

    @Test
    void nothingIsEstimatedWithoutABasis() {
        Pace pace = new Pace(0, clock);
        pace.update(0, 100);
        assertTrue(pace.left().isEmpty());
        step(pace, 30_000, 1, 100);
        assertTrue(pace.left().isEmpty(), "the slow first unit is no basis");
        step(pace, 600, 2, 100);
        assertTrue(pace.left().isEmpty(), "one unit is no basis");
        step(pace, 600, 3, 100);
        assertEquals(Optional.of(Duration.ofMillis(97 * 600)), pace.left());
    }

    @Test
    void unitsOfAnEarlierSessionDoNotCount() {
        Pace pace = new Pace(900, clock);
        pace.update(900, 1000);
        for (int done = 901; done <= 911; done++) {
            step(pace, 1000, done, 1000);
        }
        assertEquals(Optional.of(Duration.ofSeconds(89)), pace.left());
        assertEquals(Duration.ofSeconds(11), pace.elapsed());
        assertEquals(11, pace.finished());
    }

    @Test
    void fastUnitsWaitForASecond() {
        Pace pace = new Pace(0, clock);
        for (int done = 1; done <= 100; done++) {
            step(pace, 1, done, 10_000);
        }
        assertTrue(pace.left().isEmpty());
    }

    @Test
    void nothingIsLeftAtTheEnd() {
        Pace pace = new Pace(0, clock);
        for (int done = 1; done <= 5; done++) {
            step(pace, 1000, done, 5);
        }
        assertTrue(pace.left().isEmpty());
    }

    private void step(Pace pace, long millis, long done, long total) {
        clock.pass(millis);
        pace.update(done, total);
    }
}
