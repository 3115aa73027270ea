package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TripletDistancesTest {

    private final TripletDistances right = new TripletDistances("g", "ordinary", 2, 3.5);
    private final TripletDistances wrong = new TripletDistances("h", "ordinary", 7, 5);

    @Test
    void theNearerPositiveIsRightAndATieIsNot() {
        assertTrue(right.correct());
        assertFalse(wrong.correct());
        assertFalse(new TripletDistances("t", "ordinary", 4, 4).correct());
    }

    @Test
    void lossIsWhatIsMissingToTheMargin() {
        assertEquals(0.5, right.loss(2));
        assertEquals(0, right.loss(1));
        assertEquals(3, wrong.loss(1));
    }

    @Test
    void bothDistancesAreSquared() {
        assertEquals(new TripletDistances("g", "ordinary", 4, 12.25), right.squared());
    }

    @Test
    void theMeanIsThePositives() {
        assertEquals(4.5, TripletDistances.meanPositive(List.of(right, wrong)));
        assertThrows(IllegalArgumentException.class, () -> TripletDistances.meanPositive(List.of()));
    }
}
