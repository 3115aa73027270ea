package facet.train;

import facet.io.Progress;
import facet.train.TrainingEvent.EpochEnded;
import facet.train.TrainingEvent.ImagesMeasured;
import facet.train.TrainingEvent.Started;
import facet.train.TrainingEvent.StepTaken;
import java.util.Locale;

/** Turns the events of a training into how much of its work is done, and into words. */
public final class TrainingProgress implements TrainingListener {

    private final String task;
    private final Progress progress;
    private TrainingWork work;
    private double waited; // of this epoch's steps, in seconds
    private double spent; // by all of them

    TrainingProgress(String network, Progress progress) {
        task = task(network);
        this.progress = progress;
    }

    /** @return what the training of a network, such as ResNet-50 + FPN P2, is called where progress is shown */
    public static String task(String network) {
        return "train " + network;
    }

    @Override
    public void happened(TrainingEvent event) {
        if (event instanceof Started started) {
            work = started.work();
            say(work.afterEpoch(work.trained()), work.trained() < 1 ? "starting" : "going on after epoch " + work.trained());
        } else if (event instanceof StepTaken step) {
            count(step);
            say(work.afterStep(step.epoch(), step.step()), String.format(Locale.ROOT, "epoch %d/%d, step %d/%d, loss %.3f, %.1f images/s, %s", step.epoch(),
                    work.epochs(), step.step(), work.steps(), step.loss(), work.imagesOf(step.step()) / step.seconds(), waiting()));
        } else if (event instanceof ImagesMeasured measured && measured.images() < measured.all()) { // the last ones are shown with the results
            say(work.afterImages(measured.epoch(), measured.images()),
                    String.format(Locale.ROOT, "epoch %d/%d, measuring %d/%d images", measured.epoch(), work.epochs(), measured.images(), measured.all()));
        } else if (event instanceof EpochEnded ended) {
            History.Row row = ended.validation();
            say(work.afterEpoch(row.epoch()), String.format(Locale.ROOT, "epoch %d/%d, validation loss %.3f, accuracy %.3f%s",
                    row.epoch(), work.epochs(), row.loss(), row.accuracy(), spent > 0 ? ", " + waiting() : ""));
        }
    }

    private void count(StepTaken step) {
        waited = (step.step() == 1 ? 0 : waited) + step.waited();
        spent = (step.step() == 1 ? 0 : spent) + step.seconds();
    }

    /** How much of this epoch's steps was waiting for input: decoding that is too slow shows here. */
    private String waiting() {
        return String.format(Locale.ROOT, "%.1f %% waiting for data", 100 * waited / spent);
    }

    private void say(long done, String detail) {
        progress.report(task, done, work.total(), detail);
    }
}
