package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void durationsReadAsOneSaysThem() {
        assertEquals("0.0 s", Durations.text(Duration.ofMillis(-5)));
        assertEquals("0.4 s", Durations.text(Duration.ofMillis(412)));
        assertEquals("10 s", Durations.text(Duration.ofMillis(9960)));
        assertEquals("59 s", Durations.text(Duration.ofSeconds(59)));
        assertEquals("1 min", Durations.text(Duration.ofMillis(59_600)));
        assertEquals("2 min 14 s", Durations.text(Duration.ofSeconds(134)));
        assertEquals("2 min 04 s", Durations.text(Duration.ofSeconds(124)));
        assertEquals("1 h 05 min", Durations.text(Duration.ofMinutes(65)));
        assertEquals("1 h 00 min", Durations.text(Duration.ofSeconds(3600)));
        assertEquals("26 h 30 min", Durations.text(Duration.ofMinutes(1590)));
    }

    @Test
    void estimatesDoNotPretendToKnowTheSecond() {
        assertEquals("about 1 s", Durations.estimate(Duration.ofMillis(20)));
        assertEquals("about 42 s", Durations.estimate(Duration.ofSeconds(42)));
        assertEquals("about 1 min 40 s", Durations.estimate(Duration.ofSeconds(102)));
        assertEquals("about 12 min", Durations.estimate(Duration.ofSeconds(707)));
        assertEquals("about 2 h 05 min", Durations.estimate(Duration.ofSeconds(7499)));
    }
}
