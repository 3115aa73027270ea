package facet.io;

import java.time.Duration;
import java.util.Locale;

/** How long something takes, in words: "8 s", "2 min 14 s", "1 h 05 min". */
public final class Durations {

    private Durations() { }

    /** @return the duration to the second, from an hour on to the minute; under 10 s with a decimal; below 0 counts as 0 */
    public static String text(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 9950) {
            return Math.round(millis / 100.0) / 10.0 + " s";
        }
        return seconds(Math.round(millis / 1000.0));
    }

    /** @return an estimate: whole seconds, the last digits left out where nobody could know them, such as "about 2 min" */
    public static String estimate(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        return "about " + seconds(seconds < 60 ? seconds : seconds < 600 ? Math.round(seconds / 10.0) * 10 : Math.round(seconds / 60.0) * 60);
    }

    private static String seconds(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            long rest = seconds % 60;
            return seconds / 60 + " min" + (rest == 0 ? "" : String.format(Locale.ROOT, " %02d s", rest));
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes / 60 + " h " + String.format(Locale.ROOT, "%02d min", minutes % 60);
    }
}
