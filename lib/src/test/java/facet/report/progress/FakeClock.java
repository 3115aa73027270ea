package facet.report.progress;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that moves when a test says so. */
final class FakeClock implements LongSupplier {

    private long nanos = 1_000;

    void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
