package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.TripletDistances;
import org.junit.jupiter.api.Test;

class TripletPairTest {

    /** Both, only the first, only the second, neither. */
    @Test
    void theSecondAloneIsCorrectOnOneOfFourTriplets() {
        TripletDistances correct = new TripletDistances("a", "ordinary", 1, 2);
        TripletDistances wrong = new TripletDistances("a", "ordinary", 2, 1);
        assertFalse(new TripletPair(correct, correct).onlySecondCorrect());
        assertFalse(new TripletPair(correct, wrong).onlySecondCorrect());
        assertTrue(new TripletPair(wrong, correct).onlySecondCorrect());
        assertFalse(new TripletPair(wrong, wrong).onlySecondCorrect());
    }
}
