package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedTripletTest {

    @Test
    void whoeverIsTestedTwiceIsOnePerson() {
        Measurements measured = new Measurements.Builder().add("test", new TripletDistances("Anna", "ordinary", 1, 2, 0.1))
                .add("hard test", new TripletDistances("Anna", "hard", 1, 0.9, 0.6)).add("real look-alikes", new TripletDistances("Anna and Bea", "real look-alikes", 1, 3)).build();
        assertEquals(List.of(new JudgedTriplet("hard test", "Anna", 0.6, 1, 0.9), new JudgedTriplet("test", "Anna", 0.1, 1, 2),
                new JudgedTriplet("real look-alikes", "Anna", Double.NaN, 1, 3)), JudgedTriplet.of(measured, "hard test", "test", "real look-alikes"));
    }
}
