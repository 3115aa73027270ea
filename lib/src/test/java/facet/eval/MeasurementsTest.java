package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    private final TripletDistances correct = new TripletDistances("g", "ordinary", 1, 2);
    private final TripletDistances wrong = new TripletDistances("g", "twinlike", 3, 2);
    private final Measurements measured = new Measurements.Builder().set("z").add("b", correct).add("a", wrong).add("b", wrong).build();

    @Test
    void setsAndTripletsKeepTheirOrder() {
        assertEquals(List.of("z", "b", "a"), List.copyOf(measured.sets()));
        assertEquals(List.of(correct, wrong), measured.distances("b"));
        assertEquals(List.of(), measured.distances("z"));
        List<String> seen = new ArrayList<>();
        measured.forEach((set, triplets) -> seen.add(set + triplets.size()));
        assertEquals(List.of("z0", "b2", "a1"), seen);
    }

    @Test
    void anUnknownSetIsNamedWithThoseThatThereAre() {
        assertEquals("The set tset was not measured. Choose one of [z, b, a].",
                assertThrows(IllegalArgumentException.class, () -> measured.distances("tset")).getMessage());
    }

    @Test
    void accuracyIsThatOfTheSet() {
        assertEquals(new TripletAccuracy("b", 2, 1, 2, 2), measured.accuracy("b", 2));
    }

    @Test
    void tripletsOfSeveralSetsBearTheNameOfTheirSet() {
        assertEquals(List.of("a/g", "b/g", "b/g"), measured.together("a", "b").stream().map(TripletDistances::name).toList());
        assertEquals(List.of(3.0, 1.0, 3.0), measured.together("a", "b").stream().map(TripletDistances::anchorPositive).toList());
    }

    @Test
    void epochsAreAddedReplacedAndForgotten() {
        MeasuredEpochs one = new MeasuredEpochs(Map.of()).plus(0, measured);
        Measurements later = new Measurements.Builder().add("a", correct).build();
        MeasuredEpochs three = one.plus(1, measured).plus(2, later);
        assertEquals(List.of(correct), three.distances(2, "a"));
        assertEquals(List.of(), three.distances(2, "b"));
        assertEquals(List.of(), three.distances(3, "a"));
        assertEquals(one.plus(1, measured), three.until(1));
        assertEquals(one.plus(1, later), one.plus(1, measured).plus(1, later));
        assertEquals(List.of(1.0, 9.0), one.map(TripletDistances::squared).distances(0, "b").stream().map(TripletDistances::anchorPositive).toList());
    }
}
