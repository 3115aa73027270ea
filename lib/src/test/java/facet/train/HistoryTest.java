package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.TripletDistances;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = History.empty().plus(List.of(new History.Row(0, "test", 170, 2, 100), new History.Row(0, "more", 10, 1, 7)))
            .plus(List.of(new History.Row(1, "test", 170, 1.935, 126), new History.Row(1, "more", 10, 1, 10)));

    @Test
    void accuracyIsTheShareOfCorrectTriplets() {
        for (int correct = 0; correct <= 170; correct++) {
            History.Row row = new History.Row(10, "test", 170, 1.935, correct);
            assertEquals(correct / 170.0, row.accuracy());
            assertEquals(correct, row.tripletAccuracy(1.0).correct());
        }
    }

    /** Choices may be made on hard validation. */
    @Test
    void hardValidationIsNoTestSet() {
        List<History.Row> rows = List.of("train", "validation", "test", "hard test", "hard validation").stream().map(set -> new History.Row(1, set, 1, 0, 1)).toList();
        assertEquals(List.of("test", "hard test"), List.of(new History(rows).testSets()));
    }

    @Test
    void aRowCountsItsTriplets() {
        List<TripletDistances> triplets = List.of(new TripletDistances("a", "", 1, 2), new TripletDistances("b", "", 2, 2), new TripletDistances("c", "", 4, 2));
        assertEquals(new History.Row(3, "test", 3, (0 + 1 + 3) / 3.0, 1), History.Row.of(3, "test", triplets, 1));
        History.Row none = History.Row.of(3, "test", List.of(), 1);
        assertTrue(Double.isNaN(none.loss()) && Double.isNaN(none.accuracy()) && none.correct() == 0);
    }

    @Test
    void rowsAreFoundBySetAndEpoch() {
        assertEquals(List.of(100, 126), history.rows("test").stream().map(History.Row::correct).toList());
        assertEquals(7, history.row("more", 0).correct());
        assertEquals(List.of(), history.rows("train"));
        assertEquals("There is no more after epoch 2.", assertThrows(IllegalArgumentException.class, () -> history.row("more", 2)).getMessage());
    }
}
