package facet.train;

/** Is told of each step of a training. */
@FunctionalInterface
public interface StepListener {

    /**
     * A step was taken.
     *
     * @param epoch from 1
     * @param step from 1 in each epoch
     * @param loss mean of the batch before the step; no number where training has diverged, which then stops
     */
    void taken(int epoch, int step, float loss);
}
