package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FittedTableTest {

    private static final Table TABLE = Table.create("", StringColumn.create("run", "a1", "b2"), StringColumn.create("settings", "level P2, lr 0.001, seed 101", "level P5"),
            IntColumn.create("epochs", 10, 2), StringColumn.create("diagnosis", "healthy", null));

    @Test
    void aTableThatFitsHasALineARow() {
        assertEquals("""
                run  settings                      epochs  diagnosis
                ---  ----------------------------  ------  ---------
                a1   level P2, lr 0.001, seed 101  10      healthy
                b2   level P5                      2
                """, lines(FittedTable.of(TABLE, 100)));
    }

    @Test
    void theWidestColumnIsWrapped() {
        String text = FittedTable.of(TABLE, 40);
        assertEquals("""
                run  settings          epochs  diagnosis
                ---  ----------------  ------  ---------
                a1   level P2, lr      10      healthy
                     0.001, seed 101
                b2   level P5          2
                """, lines(text));
        assertTrue(text.lines().allMatch(line -> line.length() <= 40));
    }

    /** A wider column without a space is left whole as long as another one can be wrapped. */
    @Test
    void aColumnIsWrappedBetweenWords() {
        Table table = Table.create("", StringColumn.create("verdict", "inconclusive"), StringColumn.create("interval", "-0.46 to 0.46"));
        assertEquals("""
                verdict       interval
                ------------  --------
                inconclusive  -0.46 to
                              0.46
                """, lines(FittedTable.of(table, 22)));
    }

    private static String lines(String text) {
        return text.lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n");
    }
}
