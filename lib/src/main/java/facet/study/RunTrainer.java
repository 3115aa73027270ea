package facet.study;

import facet.data.TripletSplit;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.train.History;
import facet.train.TrainingProgress;

/**
 * Trains a run. It can be killed at any moment: the next call goes on after the last whole epoch, and ends with the same bits.
 *
 * @param run which may have some epochs, or none
 */
public record RunTrainer(Run run) {

    /**
     * Opens what training needs, and trains nothing.
     *
     * @param epochs the last epoch, counted from the first on
     * @throws FacetException where it can't begin: no such data or weights, no epochs, or the folder holds another experiment
     */
    public void check(int epochs, Progress progress) {
        mustBeKept();
        claim(epochs, run.split(progress));
        if (!isTrained(epochs)) {
            run.start(progress);
        }
    }

    /**
     * Trains what is missing; a run that diverged is tried anew from its checkpoint on, and one that was measured beyond the weights that it keeps, from there
     * to where it was measured.
     *
     * @param epochs the last epoch, counted from the first on
     * @return the history up to that epoch
     * @throws FacetException as {@link #check}, or where its files can't be read or written
     * @throws facet.train.TrainingException where it is stopped or diverges
     */
    public History train(int epochs, Progress progress) {
        return train(epochs, true, progress);
    }

    /**
     * Trains what is missing of the measurements. As {@link #train}, but of a frozen backbone's run, which takes seconds, no weights are kept; and a
     * run that has diverged is taken as far as it goes.
     */
    public History measure(int epochs, Progress progress) {
        if (run.divergence().isEmpty()) {
            return train(epochs, run.experiment().network().backbone() == Backbone.TRAINED, progress);
        }
        if (!run.recorded()) {
            claim(epochs, run.split(progress));
        }
        return read(epochs, progress);
    }

    /**
     * Looks whether {@link #measure} has something to train.
     *
     * @param epochs the last epoch, counted from the first on
     */
    public boolean isMissing(int epochs) {
        return run.divergence().isEmpty() && !(run.recorded() || run.experiment().network().backbone() == Backbone.FROZEN ? isMeasured(epochs) : isTrained(epochs));
    }

    /** Where measurements are enough and no weights are kept, a history without a checkpoint is enough, too. */
    private History train(int epochs, boolean keepWeights, Progress progress) {
        if (run.recorded() && isMeasured(epochs)) {
            return read(epochs, progress);
        }
        run.mustBeTrainable();
        if (keepWeights) {
            mustBeKept();
        }
        TripletSplit split = run.split(progress);
        RunClaim claim = claim(epochs, split);
        if (isTrained(epochs) || !keepWeights && isMeasured(epochs)) {
            return read(epochs, progress);
        }
        int last = Math.max(epochs, run.history().lastEpoch()); // what is measured beyond the weights is measured anew
        return new RunTraining(run, keepWeights, JudgedSets.STANDARD).train(split, claim, last, progress).until(epochs);
    }

    private void mustBeKept() {
        if (run.experiment().network().isOnSFace()) {
            throw new FacetException("A network on SFace is measured and its weights are not kept, so that only a study trains it: environment/facet study sface,"
                    + " or a file of your own with these settings.");
        }
    }

    private RunClaim claim(int epochs, TripletSplit split) {
        if (epochs < 1) {
            throw new FacetException("The number of epochs is " + epochs + "; it has to be at least 1.");
        }
        run.experiment().training().descent().check(epochs);
        RunClaim claim = RunClaim.of(run.experiment(), split);
        claim.check(run.folder());
        TrainingFaces.of(run, split, Progress.silent()).batches(run.experiment().training()); // refuses what mining can't do
        WholeHistory.check(run.folder(), split);
        return claim;
    }

    private boolean isMeasured(int epochs) {
        return run.history().lastEpoch() >= epochs;
    }

    private boolean isTrained(int epochs) {
        return isMeasured(epochs) && RunFiles.checkpointEpoch(run.folder()) >= epochs;
    }

    private History read(int epochs, Progress progress) {
        WholeHistory.check(run.folder());
        progress.report(TrainingProgress.task(run.experiment().network().name()), 1, 1, "read from " + run.id());
        return run.history().until(epochs);
    }
}
