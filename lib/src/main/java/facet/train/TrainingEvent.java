package facet.train;

/** What happens in a training, as it happens. */
public sealed interface TrainingEvent {

    /**
     * Training begins or goes on.
     *
     * @param work what there is to do
     */
    record Started(TrainingWork work) implements TrainingEvent { }

    /**
     * A batch was trained on. Where gradients are accumulated, only the last batch of several takes a step, and its neighbours are called steps here as well.
     *
     * @param epoch from 1
     * @param step from 1 in each epoch
     * @param triplets of its batch
     * @param loss their mean before the step; NaN or infinite where training has diverged, which then stops
     * @param seconds that it took
     * @param waited seconds of them that went by before its input was there
     */
    record StepTaken(int epoch, int step, int triplets, float loss, double seconds, double waited) implements TrainingEvent { }

    /**
     * A step with a finite loss was looked at.
     *
     * @param epoch from 1
     * @param health what it shows of how the training does
     */
    record StepMeasured(int epoch, StepHealth health) implements TrainingEvent { }

    /**
     * Images were measured.
     *
     * @param epoch that was trained before; 0 before the first step
     * @param images measured so far, from 0
     * @param all images that are measured after each epoch
     */
    record ImagesMeasured(int epoch, long images, long all) implements TrainingEvent { }

    /**
     * An epoch is over and saved.
     *
     * @param validation what was measured on the validation set
     */
    record EpochEnded(History.Row validation) implements TrainingEvent { }
}
