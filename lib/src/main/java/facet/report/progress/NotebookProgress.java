package facet.report.progress;

import facet.io.Progress;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Progress in a notebook: a line a task that replaces itself, and stays as one line when the task is over. */
public final class NotebookProgress implements Progress {

    /** Every update is a message to the browser; four a second look fluent. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static volatile Function<String, String> first;
    private static volatile BiConsumer<String, String> update;

    private final ProgressTrack track;
    private String id;

    NotebookProgress(String unit, LongSupplier nanos) {
        track = new ProgressTrack(unit, PAUSE, nanos);
    }

    /**
     * Installs the notebook's display; the kernel's start-up script calls it. Null and null take it away again.
     *
     * @param first shows an HTML string and returns the display's id
     * @param update replaces what the display of an id (its first argument) shows by an HTML string
     */
    public static void display(Function<String, String> first, BiConsumer<String, String> update) {
        NotebookProgress.first = first;
        NotebookProgress.update = update;
    }

    /** @return the progress that a cell gives to training or downloads; it counts in per cent and time */
    public static Progress line() {
        return line("");
    }

    /** @return the progress of a cell, with the plural name of its units; plain lines where the kernel has no display installed */
    public static Progress line(String unit) {
        return first == null ? new PlainProgress(unit, System.out, System::nanoTime) : new NotebookProgress(unit, System::nanoTime);
    }

    @Override
    public synchronized void report(String task, long done, long total, String detail) {
        track.report(task, done, total, detail).ifPresent(moment -> {
            String html = ProgressHtml.of(moment);
            if (moment.fresh()) {
                id = first.apply(html);
            } else {
                update.accept(id, html);
            }
        });
    }
}
