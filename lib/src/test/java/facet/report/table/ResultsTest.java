package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.eval.TripletAccuracy;
import facet.paper.PaperNumbers;
import facet.train.History;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ResultsTest {

    private static final History HISTORY = History.empty()
            .plus(List.of(new History.Row(0, "validation", 10, 1.0, 5)))
            .plus(List.of(new History.Row(1, "train", 80, 0.7, 64), new History.Row(1, "validation", 10, 0.9, 6),
                    new History.Row(1, "test", 170, 0.8, 126)));

    @Test
    void thePapersNumbersStandBesideTheirSet() {
        Table table = Results.of(HISTORY, 1.0);
        assertEquals(List.of("validation", "test", "real look-alikes", "twins"), table.stringColumn("set").asList());
        assertTrue(table.column("paper's accuracy").isMissing(0));
        assertEquals(0.741, table.doubleColumn("paper's accuracy").get(1));
        assertEquals(1.935, table.doubleColumn("paper's average loss").get(1));
        assertEquals(126 / 170.0, table.doubleColumn("accuracy").get(1));
        // Wilson's interval of 126 in 170, by hand: centre 0.7358, half width 0.0653.
        assertEquals("0.671 \u2013 0.801", table.stringColumn("95 % interval").get(1));
        assertEquals("0.671 \u2013 0.801", table.stringColumn("paper's 95 % interval").get(1));
        assertFalse(table.columnNames().contains("run"));
    }

    @Test
    void runsKeepTheirOrder() {
        Map<String, List<TripletAccuracy>> runs = new LinkedHashMap<>();
        runs.put("P2", Results.last(HISTORY, 1.0));
        runs.put("none", Results.last(HISTORY, 1.0));
        assertEquals(List.of("P2", "P2", "P2", "P2", "none", "none", "none", "none"), Results.of(runs).stringColumn("run").asList());
    }

    @Test
    void realFacesThatAreNotThereAreToBeBrought() {
        History measured = History.empty().plus(List.of(new History.Row(0, "real look-alikes", 11, 1.0, 6), new History.Row(0, "twinlike", 46, 1.0, 23)));
        Table table = Results.of(measured, 1.0);
        assertEquals(List.of("real look-alikes", "twinlike", "twins"), table.stringColumn("set").asList());
        assertEquals(0.7, table.doubleColumn("paper's accuracy").get(0));
        assertTrue(table.column("paper's accuracy").isMissing(1), "generated near-twins are not the paper's twins");
        assertEquals(1.0, table.doubleColumn("paper's accuracy").get(2));
        assertTrue(table.column("triplets").isMissing(2));
        assertEquals("bring your own", table.stringColumn("95 % interval").get(2));
        assertEquals(List.of("real look-alikes", "twinlike"), Results.alone(measured, 1.0).stringColumn("set").asList());
    }

    @Test
    void anEmptyHistoryIsAnEmptyTable() {
        assertEquals(0, Results.of(History.empty(), 1.0).rowCount());
    }

    @Test
    void countsStandBesideThePapers() {
        TripletSplit split = new TripletSplit("lfw", set("train", 3), set("validation", 2), List.of(set("test", 2), set("own", 1)));
        Table table = Counts.of(split);
        assertEquals("Triplets of lfw", table.name());
        assertEquals(List.of("train", "validation", "test", "own"), table.stringColumn("part").asList());
        assertEquals(List.of(3, 2, 2, 1), table.intColumn("triplets").asList());
        assertEquals(1361, table.intColumn("paper's triplets").get(0));
        assertTrue(table.column("paper's triplets").isMissing(3));
    }

    @Test
    void thePapersPartsAddUp() {
        int lfw = PaperNumbers.PARTS.stream().limit(4).mapToInt(PaperNumbers.Part::triplets).sum();
        assertEquals(PaperNumbers.TRIPLETS, lfw);
        PaperNumbers.TABLE_1.forEach(row -> assertEquals(row.triplets(), PaperNumbers.triplets(row.set()).orElseThrow()));
    }

    private static TripletSet set(String name, int triplets) {
        Path file = Path.of("a.jpg");
        return new TripletSet(name, Collections.nCopies(triplets, new Triplet("g", "ordinary", file, file, file)));
    }
}
