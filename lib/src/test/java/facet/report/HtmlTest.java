package facet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTest {

    @Test
    void textIsEscaped() {
        Table table = Table.create("a < b & \"c\"", StringColumn.create("<th>", "<script>alert('x')</script>"));
        String html = Html.of(table);
        assertTrue(html.contains("a &lt; b &amp; &quot;c&quot;</caption>"));
        assertTrue(html.contains("&lt;th&gt;"));
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
        assertFalse(html.contains("<script"));
    }

    @Test
    void numbersAreFormattedAndRightAligned() {
        IntColumn triplets = IntColumn.create("groups", new int[] {1361});
        LongColumn bytes = LongColumn.create("bytes", new long[] {23_508_032L});
        DoubleColumn accuracy = DoubleColumn.create("accuracy", 126 / 170.0);
        String html = Html.of(Table.create("", triplets, bytes, accuracy));
        assertTrue(html.contains("text-align:right\">1,361</td>"), html);
        assertTrue(html.contains(">23,508,032</td>"));
        assertTrue(html.contains(">0.741</td>"));
        assertFalse(html.contains("<caption"));
    }

    @Test
    void whatIsMissingIsADash() {
        IntColumn triplets = IntColumn.create("groups");
        triplets.appendMissing();
        DoubleColumn loss = DoubleColumn.create("loss");
        loss.appendMissing();
        StringColumn name = StringColumn.create("name");
        name.appendMissing();
        String html = Html.of(Table.create("", triplets, loss, name));
        assertEquals(3, html.split(">\u2013</td>", -1).length - 1);
    }

    @Test
    void decimalsKeepWhatMatters() {
        assertEquals("0.000", Numbers.decimal(0));
        assertEquals("0.001", Numbers.decimal(0.001));
        assertEquals("1.2e-04", Numbers.decimal(0.000123));
        assertEquals("-1.500", Numbers.decimal(-1.5));
        assertEquals("12,346", Numbers.decimal(12345.6784));
        assertEquals("999.123", Numbers.decimal(999.123));
        assertEquals("\u2013", Numbers.decimal(Double.NaN));
        assertEquals("99,999", Numbers.decimal(99_999));
        assertEquals("3.4 \u00d7 10\u2079", Numbers.decimal(3_410_993_776.0));
        assertEquals("-1.0 \u00d7 10\u00b9\u2070", Numbers.decimal(-9_999_999_999.0));
        assertEquals("10\u207b\u00b9\u00b2", Numbers.power(-12));
        assertEquals("1", Numbers.plain(1.0));
        assertEquals("0.05", Numbers.plain(0.05));
    }

    @Test
    void anEmptyTableHasItsHead() {
        String html = Html.of(Table.create("none", StringColumn.create("set")));
        assertTrue(html.contains(">set</th>"));
        assertTrue(html.endsWith("<tbody></tbody></table>"));
    }
}
