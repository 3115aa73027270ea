package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaledDistancesTest {

    private static final List<TripletDistances> TRIPLETS = List.of(new TripletDistances("a", "ordinary", 3, 5, 0.4), new TripletDistances("b", "ordinary", 6, 2));

    @Test
    void eachDistanceIsDividedByTheMeanOfAll() {
        assertEquals(4, ScaledDistances.mean(TRIPLETS));
        assertEquals(List.of(new TripletDistances("a", "ordinary", 0.75, 1.25, 0.4), new TripletDistances("b", "ordinary", 1.5, 0.5)), ScaledDistances.of(TRIPLETS));
        List<TripletDistances> larger = TRIPLETS.stream().map(t -> new TripletDistances(t.name(), t.kind(), 7 * t.anchorPositive(), 7 * t.anchorNegative())).toList();
        TripletAccuracy scaled = TripletAccuracy.of("test", ScaledDistances.of(larger), ScaledDistances.MARGIN);
        assertEquals((0 + (1.5 - 0.5 + 0.2)) / 2, scaled.meanLoss(), 1e-12, "the size of the distances is gone");
        assertEquals(1, scaled.correct());
    }

    @Test
    void aCollapsedNetworkHasNoScale() {
        assertEquals("The mean distance is 0.0, so that distances have no scale. Leave out networks that collapsed or diverged.",
                assertThrows(IllegalArgumentException.class, () -> ScaledDistances.of(List.of(new TripletDistances("a", "ordinary", 0, 0)))).getMessage());
        assertEquals("There are no triplets: was the set measured after that epoch?",
                assertThrows(IllegalArgumentException.class, () -> ScaledDistances.of(List.of())).getMessage());
    }
}
