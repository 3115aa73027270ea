package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.Statistics;
import facet.eval.Verification;
import facet.report.IntervalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class VerificationTableTest {

    private static final Verification PAIRS = new Verification(List.of(1.0, 2.0, 7.0), List.of(5.0, 6.0, 3.0, 8.0));

    @Test
    void aRowCountsBothKindsOfErrors() {
        Map<String, Verification> sets = new LinkedHashMap<>();
        sets.put("a", PAIRS);
        sets.put("b", new Verification(List.of(1.0), List.of(2.0)));
        Table table = VerificationTable.of(4, sets);
        assertEquals(List.of("a", "b"), table.stringColumn("set").asList());
        assertEquals(List.of(1, 1), table.intColumn("false accepts").asList());
        assertEquals(List.of(1, 0), table.intColumn("false rejects").asList());
        assertEquals(List.of(4, 1), table.intColumn("pairs of strangers").asList());
        assertEquals("0.250 (" + IntervalText.share(Statistics.wilson(1, 4)) + ")", table.stringColumn("false accept rate (95 %)").get(0));
        assertEquals("0.333 (" + IntervalText.share(Statistics.wilson(1, 3)) + ")", table.stringColumn("false reject rate (95 %)").get(0));
    }
}
