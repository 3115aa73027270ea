package facet.train;

import facet.data.Progress;
import facet.data.TripletSplit;
import java.util.Locale;

/**
 * How much work a fit is and how much of it is done, in passes of an image through the network: one to measure it, three to train on
 * it, since the way back costs about two.
 */
final class Effort {

    private static final int PASSES = 3;

    private final String task;
    private final Progress progress;
    private final int epochs;
    private final int steps;
    private final long measured;
    private final long total;
    private long done;
    private int step;
    private long began;
    private long fed;
    private double waited; // seconds of the steps of an epoch that went by before their input was there
    private double spent; // seconds of all of them

    Effort(String task, TripletSplit split, int batch, int lastEpoch, int epochs, Progress progress) {
        this.task = task;
        this.progress = progress;
        this.epochs = epochs;
        steps = Math.toIntExact((split.train().size() - 1L + batch) / batch);
        measured = GroupDistances.images(split.measured()).size();
        total = measured + epochs * epoch(split);
        done = lastEpoch < 0 ? 0 : measured + lastEpoch * epoch(split);
        say(lastEpoch < 1 ? "starting" : "going on after epoch " + lastEpoch);
    }

    private long epoch(TripletSplit split) {
        return 3L * PASSES * split.train().size() + measured;
    }

    void begin() {
        began = System.nanoTime();
    }

    /** The step has its input. */
    void fed() {
        fed = System.nanoTime();
    }

    void trained(int epoch, int groups, float loss) {
        step = step % steps + 1;
        if (step == 1) {
            waited = 0;
            spent = 0;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        waited += (fed - began) / 1e9;
        spent += seconds;
        done += 3L * PASSES * groups;
        say(String.format(Locale.ROOT, "epoch %d/%d, step %d/%d, loss %.3f, %.1f images/s, %s",
                epoch, epochs, step, steps, loss, 3 * groups / seconds, data()));
    }

    /**
     * A progress for the images that are measured after an epoch; the last of them is told by {@link #measured}. It stops where the thread
     * was interrupted: the measuring itself would not know how training goes on.
     */
    Progress measuring(int epoch) {
        long before = done;
        return (embedding, images, all, detail) -> {
            TrainingException.check(epoch, images, all);
            if (images < all) {
                done = before + images;
                say(String.format(Locale.ROOT, "epoch %d/%d, measuring %d/%d images", epoch, epochs, images, all));
            } else {
                done = before + all;
            }
        };
    }

    /** An epoch is over, its results are known. */
    void measured(History.Row validation) {
        say(String.format(Locale.ROOT, "epoch %d/%d, validation loss %.3f, accuracy %.3f%s",
                validation.epoch(), epochs, validation.loss(), validation.accuracy(), spent > 0 ? ", " + data() : ""));
    }

    /** How much of this epoch's steps was waiting for input: decoding that is too slow shows here. */
    private String data() {
        return String.format(Locale.ROOT, "%.1f %% waiting for data", 100 * waited / spent);
    }

    private void say(String detail) {
        progress.report(task, done, total, detail);
    }
}
