package facet.train;

import facet.data.Progress;
import facet.data.TripletSplit;
import java.util.Locale;

/** How much work a fit is and how much of it is done, in images embedded; a training step costs about three times as much. */
final class Effort {

    private static final int BACKWARD = 3;

    private final Progress progress;
    private final int epochs;
    private final int steps;
    private final long measured;
    private final long total;
    private long done;
    private int step;
    private long began;

    Effort(TripletSplit split, int batch, int lastEpoch, int epochs, Progress progress) {
        this.progress = progress;
        this.epochs = epochs;
        steps = (split.train().size() + batch - 1) / batch;
        measured = GroupDistances.images(split.measured()).size();
        total = measured + epochs * epoch(split);
        done = lastEpoch < 0 ? 0 : measured + lastEpoch * epoch(split);
    }

    private long epoch(TripletSplit split) {
        return 3L * BACKWARD * split.train().size() + measured;
    }

    void begin() {
        began = System.nanoTime();
    }

    void trained(int epoch, int groups, float loss) {
        step = step % steps + 1;
        done += 3L * BACKWARD * groups;
        double seconds = (System.nanoTime() - began) / 1e9;
        say(String.format(Locale.ROOT, "epoch %d/%d, step %d/%d, loss %.3f, %.1f images/s",
                epoch, epochs, step, steps, loss, 3 * groups / seconds));
    }

    /** A progress for the images that are measured after an epoch. */
    Progress measuring(int epoch) {
        long before = done;
        return (task, images, all, detail) -> {
            done = before + images;
            say(String.format(Locale.ROOT, "epoch %d/%d, measuring %d/%d images", epoch, epochs, images, all));
        };
    }

    private void say(String detail) {
        progress.report("train", done, total, detail);
    }
}
