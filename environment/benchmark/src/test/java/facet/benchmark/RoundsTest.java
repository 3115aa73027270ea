package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.model.net.Precision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void everyoneTakesTurnsAndTheFirstChanges() {
        List<String> asked = new ArrayList<>();
        List<Contender> contenders = Contender.of(Precision.BF16);
        Map<Measure, Map<Contender, List<Double>>> values = new Rounds(contenders).run(4, (measure, contender) -> {
            asked.add(measure + " " + contender);
            return asked.size();
        }, () -> asked.add("between"));

        assertEquals(4, asked.stream().filter("between"::equals).count());
        assertEquals("between", asked.get(12));
        for (Measure measure : Measure.values()) {
            List<String> own = asked.stream().filter(line -> line.startsWith(measure.name())).toList();
            Set<String> firsts = new HashSet<>();
            for (int round = 0; round < 4; round++) {
                List<String> turn = own.subList(4 * round, 4 * round + 4);
                assertEquals(contenders.stream().map(c -> measure + " " + c).collect(Collectors.toSet()), Set.copyOf(turn));
                firsts.add(turn.get(0));
            }
            assertEquals(4, firsts.size(), "each begins once in four rounds of " + measure);
            values.get(measure).forEach((contender, each) -> assertEquals(4, each.size()));
        }
        assertEquals(asked.indexOf("EPOCH TUNED") + 1, values.get(Measure.EPOCH).get(Contender.TUNED).get(0));
    }
}
