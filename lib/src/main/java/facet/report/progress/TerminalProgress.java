package facet.report.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress in a terminal: a bar a task, and a line with the time that it took when the task is over. */
public final class TerminalProgress implements OpenProgress {

    private final ProgressTrack track;
    private final PrintStream out;
    private final IntSupplier width;
    private ProgressBar bar;

    /** Draws bars of at most so many columns, asked when a task begins; the units' plural name is such as steps. */
    TerminalProgress(String unit, PrintStream out, IntSupplier width, LongSupplier nanos) {
        track = new ProgressTrack(unit, Duration.ofMillis(250), nanos);
        this.out = out;
        this.width = width;
    }

    /** @return a bar as wide as the terminal, or a line a minute where the output goes to a file; on standard error, so that results can be piped */
    public static OpenProgress open() {
        return System.console() == null ? new LogProgress("", System.err) : new TerminalProgress("", System.err, TerminalProgress::columns, System::nanoTime);
    }

    /** The library's own measure: the terminal's columns less one, 79 where they are unknown. It starts stty, so it is called once a task. */
    private static int columns() {
        return new ConsoleProgressBarConsumer(System.err).getMaxRenderedLength();
    }

    @Override
    public synchronized void report(String task, long done, long total, String detail) {
        track.report(task, done, total, detail).ifPresent(moment -> {
            if (moment.fresh()) {
                close();
                bar = moment.over() ? null : bar(moment); // one that ends as it begins would stay before its line
            }
            if (bar != null) {
                bar.stepTo(Math.min(done, total)).setExtraMessage(" " + (detail == null ? "" : detail)).refresh();
            }
            if (moment.over()) {
                close();
                out.println(moment.line());
            }
        });
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private ProgressBar bar(ProgressTrack.Moment moment) {
        return new ProgressBarBuilder().setTaskName(moment.task()).setInitialMax(moment.total())
                .startsFrom(moment.done(), Duration.ZERO).setEtaFunction(state -> track.pace().left())
                .setStyle(ProgressBarStyle.ASCII).clearDisplayOnFinish().setUpdateIntervalMillis(1000)
                .setConsumer(new ConsoleProgressBarConsumer(out, width.getAsInt())).build();
    }
}
