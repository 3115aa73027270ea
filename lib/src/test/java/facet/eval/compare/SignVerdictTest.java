package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignVerdictTest {

    @ParameterizedTest
    @CsvSource({"true, 0.1 0.2 0.001, AS_CLAIMED", "false, 0.1 0.2 0.001, OTHER_WAY", "false, -0.1 -0.2, AS_CLAIMED", "true, -0.1 -0.2, OTHER_WAY", "true, 0.1 -0.2 0.3, MIXED",
        "false, 0.1 -0.2 -0.3, MIXED", "true, 0.1 0 0.3, MIXED", "true, 0 0 0, MIXED", "true, 0.1 NaN 0.3, NOT_MEASURED"})
    void allSeedsDecide(boolean higher, String differences, SignVerdict verdict) {
        assertEquals(verdict, SignVerdict.of(higher, Arrays.stream(differences.split(" ")).map(Double::valueOf).toList()));
    }

    @Test
    void noSeedSaysNothing() {
        assertEquals("There is no seed: a verdict needs one or more.", assertThrows(IllegalArgumentException.class, () -> SignVerdict.of(true, List.of())).getMessage());
    }
}
