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
    @CsvSource({"1, 0.1 0.2 0.001, AS_CLAIMED", "-1, 0.1 0.2 0.001, OTHER_WAY", "-1, -0.1 -0.2, AS_CLAIMED", "1, -0.1 -0.2, OTHER_WAY", "1, 0.1 -0.2 0.3, MIXED",
        "-1, 0.1 -0.2 -0.3, MIXED", "1, 0.1 0 0.3, MIXED", "1, 0 0 0, MIXED", "1, 0.1 NaN 0.3, NOT_MEASURED"})
    void allSeedsDecide(int claimed, String differences, SignVerdict verdict) {
        assertEquals(verdict, SignVerdict.of(claimed, Arrays.stream(differences.split(" ")).map(Double::valueOf).toList()));
    }

    @Test
    void noSeedSaysNothing() {
        assertEquals("No seed has a difference: a verdict needs one or more.", assertThrows(IllegalArgumentException.class, () -> SignVerdict.of(1, List.of())).getMessage());
    }
}
