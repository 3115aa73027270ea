package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void whatSteersATerminalIsWrittenOut() {
        assertEquals("\\u001b[31mred\\u0007\\u000d\\u000a\\u009b\\u202e\\u2067\\u2028", PlainText.of("\u001b[31mred\u0007\r\n\u009b\u202E\u2067\u2028"));
        assertEquals("Zo\u00EB \u05D0 \uD83D\uDE00 a\\b", PlainText.of("Zo\u00EB \u05D0 \uD83D\uDE00 a\\b"));
    }

    @Test
    void whatShowsNothingOrTurnsTheReadingDirectionIsWrittenOut() {
        assertEquals("a\\u0085b\\u00adc\\u200bd\\u200ee\\ufefff\\udb40\\udc41g", PlainText.of("a\u0085b\u00ADc\u200Bd\u200Ee\uFEFFf\uDB40\uDC41g"));
        assertEquals("\\ud83d \\ude00", PlainText.of("\uD83D \uDE00"), "halves of a pair");
        assertEquals("\u0646\u200C\u0645 \uD83D\uDC69\u200D\uD83D\uDC67", PlainText.of("\u0646\u200C\u0645 \uD83D\uDC69\u200D\uD83D\uDC67"), "a Persian word, a joined emoji");
        assertTrue(PlainText.isPlain("Zo\u00EB 1") && !PlainText.isPlain("a\u2028b"));
    }

    @Test
    void aLineIsCutBetweenCharactersAndSaysSo() {
        assertEquals("a b \\u202ec", PlainText.line(" a\n\tb \u202Ec\n", 9));
        assertEquals("ab\uD83D\uDE00...", PlainText.line("ab\uD83D\uDE00\uD83D\uDE00", 3));
        assertEquals("abc", PlainText.line("abc", 3));
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
