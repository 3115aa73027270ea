package facet.study;

import facet.data.image.ImageLoader;
import facet.io.Durations;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.weights.Weights;
import facet.train.TrainingWork;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What an experiment takes on this machine.
 *
 * @param time of all its epochs
 * @param bytes of memory at the most; empty where the system does not report it
 */
public record Cost(Duration time, OptionalLong bytes) {

    /** Passes of an image at 224 pixels through the network that count as long: some minutes on two cores. */
    private static final double LONG = 6000;

    /**
     * Finds out with a few steps, which take some seconds.
     *
     * @param images of the face set that are trained or measured on
     * @param mirrored how many of them training shows mirrored, too
     * @param weights that it starts from
     */
    static Cost of(Experiment experiment, TrainingWork work, long images, long mirrored, Weights weights, Progress progress) {
        return of(experiment, work, images, Calibration.of(experiment, weights, images + mirrored, progress));
    }

    static Cost of(Experiment experiment, TrainingWork work, long images, Calibration calibration) {
        double seconds = work.stepsLeft() * calibration.step() + work.imagesLeft() * calibration.image();
        OptionalLong bytes = calibration.bytes().isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(calibration.bytes().getAsLong() + keptImages(experiment, images));
        return new Cost(Duration.ofMillis(Math.round(1000 * seconds)), bytes);
    }

    private static long keptImages(Experiment experiment, long images) {
        return Math.min(ImageLoader.MOST_BYTES, 3L * images * experiment.faces().size() * experiment.faces().size());
    }

    /** @return whether it is worth the few seconds to find out; with a frozen backbone and averaged windows one pass over the images, which shows what is left, is all */
    static boolean isLong(Experiment experiment, TrainingWork work) {
        if (experiment.network().backbone() == Backbone.FROZEN && experiment.network().pooling() == Pooling.AVERAGE) {
            return false;
        }
        return work.left() * Math.pow(experiment.faces().size() / 224.0, 2) > LONG;
    }

    /** @return such as "about 1 h 05 min and 2.1 GB on this machine, less once there are zero-loss batches": those need no backward pass, and their number is not known before */
    public String text() {
        return Durations.estimate(time) + (bytes.isPresent() ? " and " + gigabytes(bytes) : "") + " on this machine, less once there are zero-loss batches";
    }

    /** @return how far it was off, such as "1 h 01 min, 6 % less than estimated; 2.2 GB of memory" */
    public String against(Duration took, OptionalLong peak) {
        double off = 100.0 * (took.toMillis() - time.toMillis()) / Math.max(1, time.toMillis());
        return String.format(Locale.ROOT, "%s, %.0f %% %s than estimated%s", Durations.text(took), Math.abs(off), off < 0 ? "less" : "more",
                peak.isPresent() ? "; " + gigabytes(peak) + " of memory" : "");
    }

    private static String gigabytes(OptionalLong bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes.getAsLong() / 1e9);
    }
}
