package facet.train.diagnosis;

import facet.train.History;
import java.util.Locale;
import java.util.Optional;

/**
 * When a training counts as what, all thresholds in one place. They are conventions, wide enough that chance between two epochs does not pass them.
 */
final class Rules {

    /** So many times the start: a triplet loss that training lowers starts at a few margins and never comes near ten times that again. */
    static final double EXPLODED_LOSS = 10;
    /** So many times the start: while the loss falls, the norm of the embeddings changes by less than a factor of two. */
    static final double EXPLODED_NORM = 10;
    /** Share of the margin: the hinge of distances that still vary has a mean above the margin, so nearer than this there is only a point. */
    static final double COLLAPSED_LOSS = 0.05;
    /** Of d(A, N) in the first batch: only a point is ten times smaller than what ImageNet's weights make of faces. */
    static final double COLLAPSED_DISTANCE = 0.1;
    /** Of the norm: faces that a network distinguishes have a d(A, N) of a third to a half of it. */
    static final double COLLAPSED_NORM = 0.02;
    /** From this training accuracy on the training triplets are solved: two of the 176 generated ones may be wrong. */
    static final double SOLVED_ACCURACY = 0.99;
    /** At this share of active triplets, at most, too: with a batch of 8, two of three batches have no loss. */
    static final double SOLVED_ACTIVE = 0.05;
    /** The validation loss is worse than its best by more than this share: single epochs go up and down by some percent. */
    static final double WORSE = 0.1;
    /** Training accuracy less validation accuracy: with a hundred validation triplets a gap of chance is smaller (its standard error is 0.04 or less). */
    static final double GAP = 0.1;
    /** For so many epochs in a row: one epoch may have drawn easy batches. */
    static final int EPOCHS = 2;
    /** Without health.csv, training loss by margin: an active triplet costs about half a margin, so this is about the share {@link #SOLVED_ACTIVE}. */
    static final double SOLVED_LOSS = 0.025;
    /** Of its start: a validation loss above this has not fallen by more than epochs go up and down. */
    static final double FALLEN = 0.95;
    /** Validation accuracy against its start: about the standard error of LFW's 170 validation triplets. */
    static final double ACCURACY = 0.03;

    private Rules() { }

    /** Finds a loss that is NaN or infinite; or at some time far above the start without coming back below it; or embeddings far longer than the first ones. */
    static Optional<Diagnosis> exploded(Symptoms run) {
        String next = "Take a learning rate that is ten times lower, or limit the norm of the gradient (the setting clip).";
        if (run.divergence().isPresent()) {
            return diagnosis(Condition.EXPLODED, run.divergence().get(), next);
        }
        double start = Math.max(run.startLoss(), run.margin()); // a start near 0 would be passed tenfold by chance
        History.Row worst = run.worst();
        if (worst.loss() > EXPLODED_LOSS * start && run.validationLoss() > run.startLoss()) {
            return diagnosis(Condition.EXPLODED, text("the %s loss of epoch %d is %s, and the validation loss began at %s", set(worst), worst.epoch(),
                    number(worst.loss()), number(run.startLoss())), next);
        }
        return run.health(0).flatMap(first -> run.health(run.lastEpoch()).filter(last -> last.norm() > EXPLODED_NORM * first.norm())
                .flatMap(last -> diagnosis(Condition.EXPLODED, text("the mean norm of the embeddings is %s in epoch %d, and was %s in the first batch",
                        number(last.norm()), last.epoch(), number(first.norm())), next)));
    }

    /** Finds a loss of the margin, and distances that are small by the norm or by the first ones; without those, both losses of the margin where the start was none. */
    static Optional<Diagnosis> collapsed(Symptoms run) {
        if (!isMargin(run.trainingLoss(), run)) {
            return Optional.empty();
        }
        String next = "Lower the learning rate or the weight decay, mine semihard triplets and not the hardest, and check that the labels are right.";
        String loss = text("the training loss of epoch %d is %s at a margin of %s", run.lastEpoch(), number(run.trainingLoss()), number(run.margin()));
        Optional<EpochHealth> last = run.health(run.lastEpoch());
        if (last.isEmpty()) {
            return isMargin(run.validationLoss(), run) && !isMargin(run.startLoss(), run)
                    ? diagnosis(Condition.COLLAPSED, loss + text(", and the validation loss is %s", number(run.validationLoss())), next) : Optional.empty();
        }
        double first = run.health(0).map(EpochHealth::negative).orElse(Double.NaN);
        double negative = last.get().negative();
        return negative < COLLAPSED_DISTANCE * first || negative < COLLAPSED_NORM * last.get().norm()
                ? diagnosis(Condition.COLLAPSED, loss + text(", and the mean d(A, N) is %s (%s in the first batch) where embeddings have the norm %s", number(negative),
                        number(first), number(last.get().norm())), next) : Optional.empty();
    }

    private static boolean isMargin(double loss, Symptoms run) {
        return run.margin() > 0 && Math.abs(loss - run.margin()) <= COLLAPSED_LOSS * run.margin();
    }

    /** Finds solved training triplets, and a validation loss that was better before or an accuracy far below training's. */
    static Optional<Diagnosis> memorised(Symptoms run) {
        History.Row best = run.best();
        boolean solved = run.trainingAccuracy() >= SOLVED_ACCURACY || run.health(run.lastEpoch()).filter(last -> last.active() <= SOLVED_ACTIVE).isPresent();
        boolean worse = run.validationLoss() > (1 + WORSE) * best.loss();
        if (!solved || !worse && !(run.trainingAccuracy() - run.validationAccuracy() > GAP)) {
            return Optional.empty();
        }
        String stop = !worse ? "Train" : best.epoch() > 0 ? "Stop after epoch " + best.epoch() + ", or train" : "Take a lower learning rate, or train";
        String training = Double.isNaN(run.trainingAccuracy()) ? "hardly a mined triplet has a loss in training, and the accuracy is" : text("the accuracy is %.3f in training and", run.trainingAccuracy());
        return diagnosis(Condition.MEMORISED, text("in epoch %d %s %.3f on validation, whose loss is %s (%s after epoch %d)", run.lastEpoch(), training,
                run.validationAccuracy(), number(run.validationLoss()), number(best.loss()), best.epoch()),
                stop + " on more people or more images of each person.");
    }

    /** Finds few active triplets in each of the last epochs; without their share, a training loss that few could have. */
    static Optional<Diagnosis> noActiveTriplets(Symptoms run) {
        for (int epoch = Math.max(1, run.lastEpoch() - EPOCHS + 1); epoch <= run.lastEpoch(); epoch++) {
            double loss = run.loss("train", epoch);
            if (!run.health(epoch).map(row -> row.active() <= SOLVED_ACTIVE).orElse(loss <= SOLVED_LOSS * run.margin())) {
                return Optional.empty();
            }
        }
        String share = run.health(run.lastEpoch()).map(last -> text("%.1f %% of the training triplets have a loss", 100 * last.active()))
                .orElse(text("the training loss is %s", number(run.trainingLoss())));
        return diagnosis(Condition.NO_ACTIVE_TRIPLETS, text("%s in epoch %d, and the validation accuracy is %.3f", share, run.lastEpoch(), run.validationAccuracy()),
                "Stop here if that accuracy is enough; if not, mine semihard triplets or take a larger margin.");
    }

    /** Judges all else: better than before training by loss or accuracy, or not. A loss that falls while the accuracy falls, too, is that of embeddings that shrink. */
    static Optional<Diagnosis> better(Symptoms run) {
        double gain = run.validationAccuracy() - run.startAccuracy();
        boolean better = gain >= -ACCURACY && (gain >= ACCURACY || run.validationLoss() <= FALLEN * run.startLoss());
        String seen = text("the validation loss is %s after epoch %d (%s before training) and the accuracy %.3f (%.3f)", number(run.validationLoss()), run.lastEpoch(),
                number(run.startLoss()), run.validationAccuracy(), run.startAccuracy());
        return better ? diagnosis(Condition.HEALTHY, seen, "Go on as long as the validation set improves.")
                : diagnosis(Condition.NO_PROGRESS, seen, "Raise the learning rate if the training loss falls slowly, and lower it if it goes up and down.");
    }

    private static Optional<Diagnosis> diagnosis(Condition condition, String seen, String next) {
        return Optional.of(new Diagnosis(condition, seen, next, true));
    }

    private static String set(History.Row row) {
        return row.set().equals("train") ? "training" : row.set();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Three decimals of what has them to show; 0.02 and 3.1e+12 of what is too small or too large for that. */
    private static String number(double value) {
        return text(value != 0 && Math.abs(value) < 0.01 || Math.abs(value) >= 1e5 ? "%.1e" : Math.abs(value) >= 100 ? "%.0f" : "%.3f", value);
    }
}
