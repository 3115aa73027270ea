package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void oddAndEvenNumbersOfValues() {
        assertEquals(new Spread(3, 1, 9, 3), Spread.of(List.of(9.0, 1.0, 3.0)));
        assertEquals(new Spread(4, 1, 9, 4), Spread.of(List.of(9.0, 1.0, 3.0, 5.0)));
        assertEquals(new Spread(2, 2, 2, 1), Spread.of(List.of(2.0)));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void timesAndRatesCompareTheOtherWayRound() {
        Spread one = Spread.of(List.of(2.0));
        Spread other = Spread.of(List.of(8.0));
        assertEquals(4, Measure.STEP.speedup(one, other));
        assertEquals(0.25, Measure.EMBED.speedup(one, other));
        assertEquals(4, Measure.EPOCH.speedup(one, other));
    }
}
