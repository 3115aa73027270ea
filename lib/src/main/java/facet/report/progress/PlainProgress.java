package facet.report.progress;

import facet.io.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Progress on a plain stream: a line that a carriage return overwrites; for a notebook kernel without Facet's start-up script. */
final class PlainProgress implements Progress {

    private final ProgressTrack track;
    private final PrintStream out;
    private int length;

    PlainProgress(String unit, PrintStream out, LongSupplier nanos) {
        track = new ProgressTrack(unit, Duration.ofSeconds(1), nanos);
        this.out = out;
    }

    @Override
    public synchronized void report(String task, long done, long total, String detail) {
        track.report(task, done, total, detail).ifPresent(moment -> {
            if (moment.broken()) {
                out.println();
                length = 0;
            }
            String line = moment.line();
            // Spaces wipe out what a longer line before left behind.
            out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
            length = line.length();
            if (moment.over()) {
                out.println();
                length = 0;
            }
            out.flush();
        });
    }
}
