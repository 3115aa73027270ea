package facet.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.reading.Quantity;
import facet.eval.reading.StatedNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatedNumbersTest {

    @Test
    void theyAreTable1AndThreeOfTheLargerRate() {
        assertEquals(List.of(
                new StatedNumber(0.001, "test", Quantity.LOSS, 1.935, 170, 1), new StatedNumber(0.001, "test", Quantity.ACCURACY, 0.741, 170, 1),
                new StatedNumber(0.001, "generated look-alikes", Quantity.LOSS, 3.489, 10, 0.5), new StatedNumber(0.001, "generated look-alikes", Quantity.ACCURACY, 0.4, 10, 0.5),
                new StatedNumber(0.001, "real look-alikes", Quantity.LOSS, 1.315, 10, 0.25), new StatedNumber(0.001, "real look-alikes", Quantity.ACCURACY, 0.7, 10, 0.25),
                new StatedNumber(0.001, "twins", Quantity.LOSS, 0.121, 5, 0.25), new StatedNumber(0.001, "twins", Quantity.ACCURACY, 1, 5, 0.25),
                new StatedNumber(0.01, "test", Quantity.ACCURACY, 0.776, 170, 1), new StatedNumber(0.01, "validation", Quantity.BEST_ACCURACY, 0.824, 170, 1),
                new StatedNumber(0.01, "generated look-alikes", Quantity.ACCURACY, 0.6, 10, 0.5)), StatedNumbers.ALL);
    }
}
