package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TripletAccuracyTest {

    private static final TripletDistances RIGHT = new TripletDistances("a", "ordinary", 1.0, 1.5);
    private static final TripletDistances WRONG = new TripletDistances("b", "twinlike", 2.0, 1.0);
    private static final TripletDistances TIE = new TripletDistances("c", "ordinary", 1.0, 1.0);

    @Test
    void aTieIsNotCorrect() {
        TripletAccuracy result = TripletAccuracy.of("test", List.of(RIGHT, WRONG, TIE), 1.0);
        assertEquals(1, result.correct());
        assertEquals(1 / 3.0, result.accuracy());
        assertEquals((0.5 + 2.0 + 1.0) / 3, result.meanLoss(), 1e-12);
    }

    @Test
    void equalsAPlainLoop() {
        Random random = new Random(7);
        List<TripletDistances> distances = new ArrayList<>();
        double[][] pairs = new double[100][2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new double[] {random.nextDouble() * 3, random.nextDouble() * 3};
            distances.add(new TripletDistances("g" + i, "ordinary", pairs[i][0], pairs[i][1]));
        }
        int correct = 0;
        double loss = 0;
        for (double[] pair : pairs) {
            correct += pair[0] < pair[1] ? 1 : 0;
            double gap = pair[0] - pair[1] + 0.7;
            loss += gap > 0 ? gap : 0;
        }
        TripletAccuracy result = TripletAccuracy.of("test", distances, 0.7);
        assertEquals(correct, result.correct());
        assertEquals(loss / pairs.length, result.meanLoss(), 1e-12);
        assertEquals(Statistics.wilson(correct, pairs.length), result.interval());
    }

    @Test
    void anEmptySetIsNamed() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> TripletAccuracy.of("twinlike", List.of(), 1.0));
        assertTrue(refused.getMessage().contains("twinlike"));
    }
}
