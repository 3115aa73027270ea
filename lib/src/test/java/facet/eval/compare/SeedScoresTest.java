package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedScoresTest {

    /** Three epochs: Anna is correct after 1 and 2, Bo after 2; a run of two epochs diverged before 3. */
    private static MeasuredEpochs epochs(int last) {
        Map<Integer, Measurements> epochs = new LinkedHashMap<>();
        for (int epoch = 0; epoch <= last; epoch++) {
            epochs.put(epoch, new Measurements.Builder()
                    .add("test", new TripletDistances("Anna", "ordinary", 1, epoch == 1 || epoch == 2 ? 2 : 0.5))
                    .add("validation", new TripletDistances("Bo", "ordinary", 1, epoch == 2 ? 2 : 1)).build());
        }
        return new MeasuredEpochs(epochs);
    }

    @Test
    void averagesOverTheEpochsThatCount() {
        SeedScores scores = SeedScores.of(7, epochs(3), 1, 3, false, List.of("test", "validation"));
        assertEquals(Map.of("Anna", 2 / 3.0, "Bo", 1 / 3.0), scores.byPerson());
        assertEquals(0.5, scores.mean(), 1e-15);
        assertEquals(Map.of("Anna", 2 / 3.0), SeedScores.of(7, epochs(3), 1, 3, false, List.of("test")).byPerson());
    }

    @Test
    void aRunThatDivergedCountsWithTheEpochsThatItHas() {
        assertEquals(Map.of("Anna", 1.0, "Bo", 1.0), SeedScores.of(7, epochs(2), 2, 3, true, List.of("test", "validation")).byPerson());
        assertEquals(Map.of("Anna", 0.0, "Bo", 0.0), SeedScores.of(7, epochs(2), 6, 10, true, List.of("test", "validation")).byPerson());
    }

    @Test
    void aSetThatWasNotMeasuredIsRefusedAndSoIsAPersonInTwo() {
        assertEquals("The run of seed 7 has no distances of test after epoch 3. Is it trained to the end?",
                assertThrows(IllegalArgumentException.class, () -> SeedScores.of(7, epochs(2), 2, 3, false, List.of("test"))).getMessage());
        assertEquals("The run of seed 7 has no distances of hard test after epoch 1. Is it trained to the end?",
                assertThrows(IllegalArgumentException.class, () -> SeedScores.of(7, epochs(2), 1, 2, false, List.of("hard test"))).getMessage());
        assertEquals("Anna stands twice in test, test of seed 7.",
                assertThrows(IllegalArgumentException.class, () -> SeedScores.of(7, epochs(2), 1, 2, false, List.of("test", "test"))).getMessage());
    }
}
