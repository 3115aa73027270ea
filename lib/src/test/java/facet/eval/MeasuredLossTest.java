package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredLossTest {

    private static final TripletDistances TRIPLET = new TripletDistances("t", "ordinary", 0.5, 0.7);

    @ParameterizedTest
    @CsvSource({"HINGE, EUCLIDEAN, 0.3", "HINGE, SQUARED, 0.26", "SOFT, EUCLIDEAN, 0.598138869381592", "SOFT, SQUARED, 0.580329966626426"})
    void isTheFormulaOfThatDistance(LossForm form, Distance distance, double expected) {
        MeasuredLoss loss = new MeasuredLoss(form, distance, 0.5);
        assertEquals(expected, loss.of(TRIPLET), 1e-12);
        assertEquals((expected + loss.of(new TripletDistances("u", "ordinary", 3, 1))) / 2, loss.mean(List.of(TRIPLET, new TripletDistances("u", "ordinary", 3, 1))), 1e-12);
    }

    @Test
    void thePapersIsThatOfATriplet() {
        for (double margin : new double[] {0, 0.1, 0.2, 1, 3}) {
            assertEquals(TRIPLET.loss(margin), MeasuredLoss.hinge(margin).of(TRIPLET));
        }
        assertTrue(Double.isNaN(MeasuredLoss.hinge(1).mean(List.of())));
    }

    /** log(1 + exp(x)) is x where exp(x) would overflow, and 0 where it would vanish. */
    @Test
    void theSoftLossOfDistancesThatLieFarApartIsFinite() {
        MeasuredLoss soft = new MeasuredLoss(LossForm.SOFT, Distance.SQUARED, 1);
        assertEquals(1e6, soft.of(new TripletDistances("t", "ordinary", 1000, 0)));
        assertEquals(0, soft.of(new TripletDistances("t", "ordinary", 0, 1000)));
        assertEquals(Math.log(2), soft.of(new TripletDistances("t", "ordinary", 1, 1)), 1e-15);
    }
}
