package facet.train;

/**
 * The learning rate of each step, as a share of the setting {@code lr}: it rises in a warm-up, then falls by a schedule. A warm-up of W steps has the shares
 * 1 / W, 2 / W, ..., 1: torch.optim.lr_scheduler.LinearLR with start_factor = 1 / W and total_iters = W - 1 (Goyal et al. 2017, section 2.2). The schedule has the
 * steps after it, as torch's SequentialLR. Training beyond the schedule stays at the learning rate of its last step. Lengths count epochs, so that they mean the same
 * whatever the batch.
 *
 * @param schedule how it falls
 * @param warmup epochs in which it rises
 * @param over the epochs of warm-up and schedule together; not looked at where the schedule is constant
 */
public record LearningRate(Schedule schedule, int warmup, int over) {

    /** One and the same in all steps. */
    static final LearningRate CONSTANT = new LearningRate(Schedule.CONSTANT, 0, 0);

    /**
     * Computes the share of a step.
     *
     * @param step from 0, counted over all epochs
     * @param steps of an epoch
     * @return above 0, at most 1
     */
    double share(long step, long steps) {
        long rising = warmup * steps;
        if (step < rising) {
            return (step + 1.0) / rising;
        }
        long falling = (over - warmup) * steps;
        return schedule.share(Math.min(step - rising, falling - 1), falling);
    }
}
