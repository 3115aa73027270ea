package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.JudgedTriplet;
import facet.eval.LikenessBin;
import facet.eval.LikenessCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class LikenessTableTest {

    private static LikenessCurve curve(int count, int wrong) {
        List<JudgedTriplet> triplets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            triplets.add(new JudgedTriplet("test", "p" + i, i / 100.0, 1, i % wrong == 0 ? 0.5 : 2));
        }
        return LikenessCurve.accuracy(triplets, 1);
    }

    @Test
    void aRowABinAndAColumnANetwork() {
        Map<String, LikenessCurve> networks = new LinkedHashMap<>();
        networks.put("P2", curve(60, 3));
        networks.put("SFace", curve(60, 10));
        Table table = LikenessTable.of("t", "accuracy", networks);
        assertEquals(List.of("likeness", "triplets", "people", "P2, accuracy (95 %)", "SFace, accuracy (95 %)"), table.columnNames());
        assertEquals(List.of("0.00 to 0.29", "0.30 to 0.59"), table.stringColumn("likeness").asList());
        assertEquals(List.of(30, 30), table.intColumn("people").asList());
        LikenessBin bin = networks.get("SFace").bins().get(1);
        assertEquals("0.900 (%.3f \u2013 %.3f)".formatted(bin.interval().low(), bin.interval().high()), table.stringColumn(4).get(1));
    }

    @Test
    void networksOfOtherTripletsDoNotCompare() {
        Map<String, LikenessCurve> networks = new LinkedHashMap<>(Map.of("a", curve(60, 3)));
        networks.put("b", curve(90, 3));
        assertEquals("The network b was measured on other triplets than the first one: their bins do not compare.",
                assertThrows(IllegalArgumentException.class, () -> LikenessTable.of("t", "accuracy", networks)).getMessage());
        assertEquals("There is no curve to show: add a network.",
                assertThrows(IllegalArgumentException.class, () -> LikenessTable.of("t", "accuracy", Map.of())).getMessage());
    }
}
