package facet.benchmark;

import facet.io.Progress;
import facet.train.TrainingWork;

/** How much of a benchmark is done, in passes of an image through the network: one to embed it, three to train on it. */
final class PassCount {

    private final Settings settings;
    private final Progress progress;
    private final long total;
    private long done;

    PassCount(Settings settings, int contenders, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        long round = 0;
        for (Measure measure : Measure.values()) {
            round += passes(measure);
        }
        total = contenders * (opening() + settings.repetitions() * round) + 2 * comparing();
    }

    void begin() {
        say("starting the programs");
    }

    void opened(Contender contender) {
        done += opening();
        say(contender.text() + " is ready");
    }

    void measured(Measure measure, Contender contender) {
        done += passes(measure);
        say(contender.text() + ", " + measure.text());
    }

    void compared(Contender contender) {
        done += comparing();
        say(contender.text() + ", losses");
    }

    private void say(String detail) {
        progress.report("benchmark", done, total, detail);
    }

    private long opening() {
        return passes(Measure.STEP) + passes(Measure.EMBED);
    }

    private long passes(Measure measure) {
        return switch (measure) {
            case STEP -> TrainingWork.passes((long) settings.batch() * settings.steps());
            case EMBED -> settings.embedded();
            case EPOCH -> TrainingWork.passes(settings.epochTriplets());
        };
    }

    /** Smaller images cost less. */
    private long comparing() {
        double share = (double) settings.lossSize() / settings.size();
        return Math.round(share * share * TrainingWork.passes((long) settings.batch() * settings.lossSteps()));
    }
}
