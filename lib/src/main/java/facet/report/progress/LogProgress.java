package facet.report.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Progress in a log file: a line when a task begins, one a minute, and one at its end. */
final class LogProgress implements OpenProgress {

    private final ProgressTrack track;
    private final PrintStream out;

    /** Writes to a stream; the units' plural name is such as steps. */
    LogProgress(String unit, PrintStream out) {
        this(unit, out, System::nanoTime);
    }

    LogProgress(String unit, PrintStream out, LongSupplier nanos) {
        track = new ProgressTrack(unit, Duration.ofMinutes(1), nanos);
        this.out = out;
    }

    @Override
    public synchronized void report(String task, long done, long total, String detail) {
        track.report(task, done, total, detail).ifPresent(moment -> out.println(moment.line()));
    }

    /** Does nothing: lines stay. */
    @Override
    public void close() { }
}
