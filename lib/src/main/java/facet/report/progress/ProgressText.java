package facet.report.progress;

import facet.io.Durations;
import java.util.Locale;

/** The words of every progress display for a task. */
final class ProgressText {

    private ProgressText() { }

    /** @return such as "38 % · epoch 3/10, loss 0.93 · 1 min 02 s, about 1 min 40 s left" */
    static String running(long done, long total, String detail, Pace pace) {
        String elapsed = pace.elapsed().toSeconds() < 1 ? "" : " · " + Durations.text(pace.elapsed());
        String left = pace.left().map(time -> ", " + Durations.estimate(time) + " left").orElse("");
        return percent(done, total) + part(detail) + elapsed + left;
    }

    /** @return such as "220 steps in 2 min 14 s · epoch 10/10"; without a unit "done in 2 min 14 s"; a resumed task counts its own steps */
    static String finished(long total, String unit, String detail, Pace pace) {
        if (pace.finished() == 0 && total > 0) {
            return detail.isBlank() ? "nothing left to do" : detail; // a message of one line is a task, too
        }
        String units = pace.finished() == total ? count(total) : count(pace.finished()) + " of " + count(total);
        String what = (unit.isEmpty() ? "done" : units + " " + unit) + " in " + Durations.text(pace.elapsed());
        return what + part(detail);
    }

    /** @return whole per cent, 100 only when all is done */
    static String percent(long done, long total) {
        return (total <= 0 ? 0 : Math.min(100, done * 100 / total)) + " %";
    }

    private static String part(String detail) {
        return detail == null || detail.isBlank() ? "" : " · " + detail;
    }

    private static String count(long units) {
        return String.format(Locale.ROOT, "%,d", units);
    }
}
