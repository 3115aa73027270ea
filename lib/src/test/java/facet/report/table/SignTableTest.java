package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.CsvFile;
import facet.report.table.SignTable.After;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class SignTableTest {

    @TempDir
    Path folder;

    /** Of seed 42 the second epoch is 0.1 better and its loss 1 lower, of seed 43 0.2 worse and 2 lower. */
    private List<Run> runs() throws IOException {
        return List.of(run(42, 0.6, 0.7, 3, 2), run(43, 0.8, 0.6, 4, 2));
    }

    private Run run(long seed, double first, double second, double loss, double later) throws IOException {
        Run run = new RunStore(folder).run(Experiment.paper("generated").seed(seed));
        CsvFile.write(Files.createDirectories(run.folder()).resolve("history.csv"), csv -> {
            csv.printRecord(0, "test", 10, 9, 0.5);
            csv.printRecord(1, "test", 10, loss, first);
            csv.printRecord(2, "test", 10, later, second);
        }, "epoch", "set", "groups", "loss", "accuracy");
        return run;
    }

    @Test
    void eachClaimStandsBesideTheDifferencesOfItsSeeds() throws IOException {
        After one = new After("1 epoch", runs(), 1);
        After two = new After("2 epochs", runs(), 2);
        Table table = SignTable.of("Claims").accuracy("(e)", "+", two, one, "test").loss("(e)", "-", two, one, "test").loss("(x)", "+", two, one, "test")
                .accuracy("(y)", "+", new After("3 epochs", runs(), 3), one, "test").table();
        assertEquals(List.of("(e)", "2 epochs against 1 epoch", "test", "accuracy higher", "42: +0.100, 43: -0.200", "mixed"), cells(table.row(0)));
        assertEquals(List.of("(e)", "2 epochs against 1 epoch", "test", "loss lower", "42: -1.000, 43: -2.000", "as the paper says"), cells(table.row(1)));
        assertEquals("the other way", table.row(2).getString("verdict"));
        assertEquals(List.of("(y)", "3 epochs against 1 epoch", "test", "accuracy higher", "42: \u2013, 43: \u2013", "not measured"), cells(table.row(3)));
    }

    /** Of 0.0004 and 0 three decimals would show the same. */
    @Test
    void aSmallDifferenceKeepsItsSignAndNoneHasNone() throws IOException {
        List<Run> small = List.of(run(44, 0.5, 0.5, 2, 1.9996));
        Table table = SignTable.of("Claims").loss("(e)", "-", new After("later", small, 2), new After("first", small, 1), "test")
                .accuracy("(e)", "+", new After("later", small, 2), new After("first", small, 1), "test").table();
        assertEquals("44: -4.0e-04", table.row(0).getString("ours, seed by seed"));
        assertEquals(List.of("44: 0.000", "mixed"), List.of(table.row(1).getString("ours, seed by seed"), table.row(1).getString("verdict")));
    }

    @Test
    void otherSeedsAndOtherSignsAreRefused() throws IOException {
        After one = new After("1 epoch", runs(), 1);
        SignTable table = SignTable.of("Claims");
        assertEquals("A comparison needs runs of the same seeds in the same order: it has [42, 43] and [43].",
                assertThrows(IllegalArgumentException.class, () -> table.loss("(e)", "+", one, new After("one seed", runs().subList(1, 2), 1), "test")).getMessage());
        assertEquals("What is claimed is higher; write + for higher, or -.",
                assertThrows(IllegalArgumentException.class, () -> table.loss("(e)", "higher", one, one, "test")).getMessage());
        assertEquals(0, table.table().rowCount());
    }

    private static List<String> cells(Row row) {
        return row.columnNames().stream().map(row::getString).toList();
    }
}
