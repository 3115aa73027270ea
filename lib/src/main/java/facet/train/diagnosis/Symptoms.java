package facet.train.diagnosis;

import facet.train.History;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of a training that the rules look at.
 *
 * @param history loss and accuracy by epoch, at least that of epoch 0 unless it diverged
 * @param health by epoch; empty where it was not kept
 * @param margin the loss of a triplet whose embeddings are one point
 * @param mined whether the triplets were chosen by their distances
 * @param divergence where the loss became NaN or infinite, in words; empty where it did not
 */
record Symptoms(History history, List<EpochHealth> health, double margin, boolean mined, Optional<String> divergence) {

    private static final String TRAIN = "train";
    private static final String VALIDATION = "validation";

    int lastEpoch() {
        return history.lastEpoch();
    }

    /** Returns the validation loss before training. */
    double startLoss() {
        return loss(VALIDATION, 0);
    }

    double startAccuracy() {
        return row(VALIDATION, 0).map(History.Row::accuracy).orElse(Double.NaN);
    }

    double validationLoss() {
        return loss(VALIDATION, lastEpoch());
    }

    double validationAccuracy() {
        return row(VALIDATION, lastEpoch()).map(History.Row::accuracy).orElse(Double.NaN);
    }

    /** Returns the training loss of the last epoch's own steps, those of the training accuracy. */
    double trainingLoss() {
        return loss(TRAIN, lastEpoch());
    }

    /** Returns the training accuracy; NaN where triplets were mined: semihard ones are all correct, the hardest hardly any. */
    double trainingAccuracy() {
        return mined ? Double.NaN : row(TRAIN, lastEpoch()).map(History.Row::accuracy).orElse(Double.NaN);
    }

    /** Finds the epoch with the lowest validation loss, 0 included; of several, the first. */
    History.Row best() {
        return history.rows(VALIDATION).stream().min(Comparator.comparingDouble(History.Row::loss)).orElseThrow();
    }

    /** Finds the highest loss of all epochs, of training or validation. */
    History.Row worst() {
        return Stream.of(VALIDATION, TRAIN).flatMap(set -> history.rows(set).stream()).filter(row -> row.triplets() > 0)
                .max(Comparator.comparingDouble(History.Row::loss)).orElseThrow();
    }

    /** Returns what an epoch showed, 0 for the first batch; nothing where it was not kept. */
    Optional<EpochHealth> health(int epoch) {
        return health.stream().filter(row -> row.epoch() == epoch).findFirst();
    }

    double loss(String set, int epoch) {
        return row(set, epoch).map(History.Row::loss).orElse(Double.NaN);
    }

    private Optional<History.Row> row(String set, int epoch) {
        return history.rows(set).stream().filter(row -> row.epoch() == epoch).findFirst();
    }
}
