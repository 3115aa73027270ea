package facet.report.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Decides which reports of a progress are worth showing and puts them into words; each display only draws them. */
final class ProgressTrack {

    private final String unit;
    private final long pause;
    private final LongSupplier nanos;
    private String task;
    private Pace pace;
    private boolean over;
    private long shownAt;

    /** Lets one report a pause through; a task's first and last always. The units' plural name is such as steps. */
    ProgressTrack(String unit, Duration pause, LongSupplier nanos) {
        this.unit = unit;
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    /** @return what to show now, or nothing */
    Optional<Moment> report(String name, long done, long total, String detail) {
        boolean fresh = !name.equals(task) || over && done < total;
        if (over && !fresh) {
            return Optional.empty();
        }
        boolean broken = fresh && task != null && !over;
        if (fresh) {
            task = name;
            pace = new Pace(done, nanos);
        }
        pace.update(done, total);
        over = done >= total;
        long now = nanos.getAsLong();
        if (!fresh && !over && now - shownAt < pause) {
            return Optional.empty();
        }
        shownAt = now;
        String text = over ? ProgressText.finished(total, unit, detail, pace) : ProgressText.running(done, total, detail, pace);
        return Optional.of(new Moment(name, done, total, fresh, broken, over, text));
    }

    /** @return the pace of the task that was reported last */
    Pace pace() {
        return pace;
    }

    /**
     * A state of a task that is worth showing.
     *
     * @param task its name
     * @param done units finished
     * @param total units in all
     * @param fresh whether it is the task's first
     * @param broken whether the task before it never reached its end
     * @param over whether it is the task's last
     * @param text what to say of it, without its name
     */
    record Moment(String task, long done, long total, boolean fresh, boolean broken, boolean over, String text) {

        /** @return the task's name and the text */
        String line() {
            return task + ": " + text;
        }
    }
}
