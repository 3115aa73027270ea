package facet.study;

import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.Durations;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.weights.Weights;
import facet.train.TripletMeasurement;
import facet.train.TrainingWork;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What an experiment takes on this machine.
 *
 * @param time of all its epochs
 * @param bytes of memory at the most; empty where the system does not say
 */
public record Cost(Duration time, OptionalLong bytes) {

    /** Passes of an image at 224 pixels through the network that count as long: some minutes on two cores. */
    private static final double LONG = 6000;

    /**
     * Finds out with a few steps, which take some seconds.
     *
     * @param trained epochs that are there already; -1 where nothing is
     * @param epochs the last epoch
     * @param weights that it starts from
     */
    static Cost of(Experiment experiment, TripletSplit split, int trained, int epochs, Weights weights, Progress progress) {
        return of(experiment, split, trained, epochs, Calibration.of(experiment, weights, kept(experiment, split), progress));
    }

    static Cost of(Experiment experiment, TripletSplit split, int trained, int epochs, Calibration calibration) {
        TrainingWork work = TrainingWork.of(split, experiment.training().batch(), trained, epochs);
        long images = TripletMeasurement.images(split.all()).size();
        double seconds = work.stepsLeft() * calibration.step() + work.imagesLeft() * calibration.image();
        OptionalLong bytes = calibration.bytes().isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(calibration.bytes().getAsLong() + keptImages(experiment, images));
        return new Cost(Duration.ofMillis(Math.round(1000 * seconds)), bytes);
    }

    /** How many images something is kept of, each mirrored one counted as well. */
    private static long kept(Experiment experiment, TripletSplit split) {
        return TripletMeasurement.images(split.all()).size() + experiment.training().augmentation().flipped(split).size();
    }

    private static long keptImages(Experiment experiment, long images) {
        return Math.min(ImageLoader.MOST_BYTES, 3L * images * experiment.faces().size() * experiment.faces().size());
    }

    /** @return whether it is worth the few seconds to find out; with a frozen backbone one pass over the images, which says what is left, is all */
    static boolean isLong(Experiment experiment, TripletSplit split, int trained, int epochs) {
        if (experiment.network().backbone() == Backbone.FROZEN) {
            return false;
        }
        return TrainingWork.of(split, experiment.training().batch(), trained, epochs).left() * Math.pow(experiment.faces().size() / 224.0, 2) > LONG;
    }

    /** @return such as "about 1 h 05 min and 2.1 GB on this machine, less once there are zero-loss batches": those need no backward pass, and nobody knows how many there will be */
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
