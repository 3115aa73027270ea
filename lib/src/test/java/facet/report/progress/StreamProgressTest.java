package facet.report.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The displays that write to a stream: plain, log and terminal. */
class StreamProgressTest {

    private final FakeClock clock = new FakeClock();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aLogHasALineAMinute() {
        run(new LogProgress("steps", out, clock), "train", 300);
        List<String> lines = text().lines().toList();
        assertEquals("train: 0 % · loss 0.5", lines.get(0));
        assertEquals("train: 20 % · loss 0.5 · 1 min, about 4 min left", lines.get(1));
        assertEquals("train: 300 steps in 5 min · loss 0.5", lines.get(lines.size() - 1));
        assertEquals(6, lines.size());
    }

    @Test
    void aPlainLineOverwritesItself() {
        run(new PlainProgress("steps", out, clock), "train", 5);
        String[] states = text().split("\r");
        assertEquals(7, states.length);
        assertTrue(states[6].startsWith("train: 5 steps in 5.0 s"));
        assertTrue(text().endsWith(System.lineSeparator()));
    }

    @Test
    void aBrokenOffPlainLineStays() {
        Progress progress = new PlainProgress("steps", out, clock);
        progress.report("a", 1, 9, "");
        progress.report("b", 1, 9, "");
        assertTrue(text().contains("%" + System.lineSeparator() + "\rb"), text());
    }

    @Test
    void inATerminalATaskThatIsOverAtOnceIsALineAlone() {
        try (OpenProgress progress = new TerminalProgress("", out, () -> 100, clock)) {
            progress.report("embed", 1, 1, "read from what was kept");
        }
        assertEquals("embed: read from what was kept" + System.lineSeparator(), text());
    }

    @Test
    void aTerminalEndsWithALine() {
        TerminalProgress progress = new TerminalProgress("steps", out, () -> 100, clock);
        run(progress, "train", 5);
        run(progress, "again", 5);
        progress.close();
        assertTrue(text().contains("train: 5 steps in 5.0 s · loss 0.5"), text());
        assertTrue(text().endsWith("again: 5 steps in 5.0 s · loss 0.5" + System.lineSeparator()), text());
        assertFalse(text().contains("null"));
    }

    private void run(Progress progress, String task, int total) {
        progress.report(task, 0, total, "loss 0.5");
        for (int done = 1; done <= total; done++) {
            clock.pass(1000);
            progress.report(task, done, total, "loss 0.5");
        }
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
