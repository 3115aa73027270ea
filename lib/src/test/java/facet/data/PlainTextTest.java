package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void whatSteersATerminalIsWrittenOut() {
        assertEquals("\\u001b[31mred\\u0007\\u000d\\u000a\\u009b\\u202e\\u2067\\u2028", PlainText.of("\u001b[31mred\u0007\r\n\u009b\u202E\u2067\u2028"));
        assertEquals("Zo\u00EB \u05D0 \uD83D\uDE00 a\\b", PlainText.of("Zo\u00EB \u05D0 \uD83D\uDE00 a\\b"));
    }

    @Test
    void aFormulaIsTextToASpreadsheet() {
        for (String formula : new String[] {"=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", " =1", "\uFF1D1"}) {
            assertEquals("'" + formula, PlainText.cell(formula));
        }
        assertEquals("\\u0009=1", PlainText.cell("\t=1"));
        assertEquals("a=1", PlainText.cell("a=1"));
        assertEquals("", PlainText.cell(""));
    }
}
