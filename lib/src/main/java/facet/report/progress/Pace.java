package facet.report.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How fast a task goes and how long it will take; every progress display uses one of these. */
final class Pace {

    /** Of fewer units, or in less time, no estimate is possible. */
    private static final int ENOUGH_UNITS = 2;
    private static final Duration ENOUGH_TIME = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final long startedAt;
    private final long startTime;
    private long warmAt;
    private long warmTime;
    private long now;
    private long done;
    private long total;

    /**
     * Starts the clock.
     *
     * @param done units that an earlier, interrupted session finished: they do not count for this one's speed
     * @param nanos a clock such as System::nanoTime
     */
    Pace(long done, LongSupplier nanos) {
        this.nanos = nanos;
        this.startedAt = done;
        this.startTime = nanos.getAsLong();
        this.warmAt = done;
        this.now = startTime;
        this.done = done;
    }

    /** Notes how far the task is now. */
    void update(long done, long total) {
        now = nanos.getAsLong();
        this.done = done;
        this.total = total;
        // The first unit loads libraries and compiles: the speed is measured from its end on.
        if (warmAt == startedAt && done > startedAt) {
            warmAt = done;
            warmTime = now;
        }
    }

    /** @return the time since the task, or this session of it, began */
    Duration elapsed() {
        return Duration.ofNanos(now - startTime);
    }

    /** @return units finished in this session */
    long finished() {
        return done - startedAt;
    }

    /** @return the time left; empty until there is a basis, and at the end */
    Optional<Duration> left() {
        long units = done - warmAt;
        long time = now - warmTime;
        if (warmAt == startedAt || units < ENOUGH_UNITS || time < ENOUGH_TIME.toNanos() || done >= total) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round((double) time / units * (total - done))));
    }
}
