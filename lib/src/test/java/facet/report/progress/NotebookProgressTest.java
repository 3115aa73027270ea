package facet.report.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotebookProgressTest {

    private final FakeClock clock = new FakeClock();
    private final Map<String, String> displays = new LinkedHashMap<>();
    private int updates;

    @BeforeEach
    void install() {
        NotebookProgress.display(html -> {
            String id = "display " + displays.size();
            displays.put(id, html);
            return id;
        }, (id, html) -> {
            assertTrue(displays.containsKey(id));
            displays.put(id, html);
            updates++;
        });
    }

    @AfterEach
    void remove() {
        NotebookProgress.display(null, null);
    }

    @Test
    void aTaskLeavesOneLine() {
        train("train P2", 0, 220, 609);
        assertEquals(List.of("train P2: 220 steps in 2 min 14 s · loss 0.31"), texts());
    }

    @Test
    void aLineIsWrappedAndNeverCut() {
        train("train P2", 0, 220, 609);
        String html = displays.values().iterator().next();
        assertFalse(html.contains("nowrap") || html.contains("ellipsis") || html.contains("hidden"), html);
    }

    @Test
    void updatesAreFourASecondAtTheMost() {
        train("train P2", 0, 10_000, 1);
        assertTrue(updates <= 41, updates + " updates in 10 s");
        assertTrue(texts().get(0).startsWith("train P2: 10,000 steps in 10 s"), texts().toString());
    }

    @Test
    void aNewTaskIsANewLine() {
        train("train P2", 0, 4, 1000);
        train("train P5", 0, 3, 1000);
        assertEquals(2, displays.size());
        assertTrue(texts().get(1).startsWith("train P5: 3 steps"));
    }

    @Test
    void aResumedTaskSaysWhatItDidItself() {
        train("train P2", 120, 220, 1000);
        assertTrue(texts().get(0).startsWith("train P2: 100 of 220 steps in 1 min 40 s"), texts().toString());
    }

    @Test
    void aFinishedTaskSaysSo() {
        new NotebookProgress("steps", clock).report("train P2", 220, 220, "");
        assertEquals(List.of("train P2: nothing left to do"), texts());
    }

    @Test
    void aTaskThatOnlySaysSomethingSaysThat() {
        new NotebookProgress("steps", clock).report("estimate", 1, 1, "about 65 min");
        assertEquals(List.of("estimate: about 65 min"), texts());
    }

    @Test
    void aRunningTaskShowsItsShareAndTimeLeft() {
        Progress progress = new NotebookProgress("steps", clock);
        for (int done = 0; done <= 38; done++) {
            progress.report("<train>", done, 100, "epoch 3/10, loss 0.93");
            clock.pass(1000);
        }
        String html = displays.get("display 0");
        assertTrue(html.contains("&lt;train&gt;"), html);
        assertTrue(html.contains("38 % · epoch 3/10, loss 0.93 · 38 s, about 1 min left"), html);
        assertTrue(html.contains("width:38.0%"), html);
    }

    @Test
    void theSameTaskAgainIsANewLine() {
        Progress progress = new NotebookProgress("steps", clock);
        progress.report("train", 0, 1, "");
        progress.report("train", 1, 1, "");
        progress.report("train", 1, 1, "");
        progress.report("train", 0, 1, "");
        assertEquals(2, displays.size());
    }

    @Test
    void withoutADisplayItIsPlain() {
        assertInstanceOf(NotebookProgress.class, NotebookProgress.line());
        NotebookProgress.display(null, null);
        assertFalse(NotebookProgress.line() instanceof NotebookProgress);
    }

    private void train(String task, int from, int total, long millis) {
        Progress progress = new NotebookProgress("steps", clock);
        progress.report(task, from, total, "loss 1.00");
        for (int done = from + 1; done <= total; done++) {
            clock.pass(millis);
            progress.report(task, done, total, "loss 0.31");
        }
    }

    private List<String> texts() {
        return displays.values().stream().map(html -> html.replaceAll("<[^>]*>", "")).toList();
    }
}
