package facet.train;

/**
 * How steps are taken of the gradients of batches; the standard one is a step after each batch, at one learning rate.
 *
 * @param rate of each step
 * @param clip the largest norm that a step's gradient may have, that of all parameters' gradients together: a larger gradient is made shorter and keeps its
 *     direction, as torch.nn.utils.clip_grad_norm_ does; infinite where none is
 * @param accumulate batches in a step, which takes the mean of their gradients; the last step of an epoch takes the batches that are left
 */
public record StepRule(LearningRate rate, double clip, int accumulate) {

    /** A step after each batch, at one learning rate, with the gradient as it is. */
    public static final StepRule STANDARD = new StepRule(LearningRate.CONSTANT, Double.POSITIVE_INFINITY, 1);

    private static final double EPSILON = 1e-6; // torch's, so that a gradient of 0 can be divided by its norm

    /** Computes the factor that makes a gradient of some norm at most as long as it may be: 1 where it is. */
    double clipping(double norm) {
        return clip == Double.POSITIVE_INFINITY ? 1 : Math.min(1, clip / (norm + EPSILON));
    }

    /** @return the steps of an epoch of so many batches */
    int steps(int batches) {
        return Math.toIntExact((batches - 1L + accumulate) / accumulate);
    }
}
