package facet.study;

import facet.data.FacetException;
import facet.data.Progress;
import facet.data.TripletSplit;
import facet.model.Backbone;
import facet.train.History;
import facet.train.TrainingProgress;

/**
 * What a run lacks of the epochs that are asked for.
 *
 * @param run which may have some of them, or none
 * @param epochs the last epoch, counted from the first on
 */
record MissingEpochs(Run run, int epochs) {

    /** Opens what training needs, and trains nothing. */
    void check(Progress progress) {
        claim(run.split(progress));
        if (!isTrained()) {
            run.start(progress);
        }
    }

    /** Trains them; where measurements are enough and no weights are kept, a history without a checkpoint is enough, too. */
    History train(boolean keepWeights, Progress progress) {
        if (run.recorded() && isMeasured()) {
            return read(progress);
        }
        run.mustBeTrainable();
        TripletSplit split = run.split(progress);
        RunClaim claim = claim(split);
        if (isTrained() || !keepWeights && isMeasured()) {
            return read(progress);
        }
        int last = Math.max(epochs, run.history().lastEpoch()); // what is measured beyond the weights is measured anew
        return new RunTraining(run, keepWeights).train(split, claim, last, progress).until(epochs);
    }

    /** As {@link Run#measure}. */
    History measure(Progress progress) {
        if (run.divergence().isEmpty()) {
            return train(run.experiment().backbone() == Backbone.TRAINED, progress);
        }
        if (!run.recorded()) {
            claim(run.split(progress));
        }
        return read(progress);
    }

    private RunClaim claim(TripletSplit split) {
        if (epochs < 1) {
            throw new FacetException("The number of epochs is " + epochs + "; it has to be at least 1.");
        }
        RunClaim claim = RunClaim.of(run.experiment(), split);
        claim.check(run.folder());
        WholeHistory.check(run.folder(), split);
        return claim;
    }

    private boolean isMeasured() {
        return run.history().lastEpoch() >= epochs;
    }

    private boolean isTrained() {
        return isMeasured() && RunFiles.checkpointEpoch(run.folder()) >= epochs;
    }

    private History read(Progress progress) {
        WholeHistory.check(run.folder());
        progress.report(TrainingProgress.task(run.experiment().level()), 1, 1, "read from " + run.id());
        return run.history().until(epochs);
    }
}
