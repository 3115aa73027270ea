package facet.train;

/**
 * Takes the steps of an epoch: for each batch {@link #weight}, a backward pass, {@link #step}. Gradients of several batches add up at the parameters until a
 * step takes their mean, and none is left at the end of the epoch.
 */
final class EpochSteps {

    private final StepRule rule;
    private final Sgd sgd;
    private final long before; // steps of earlier epochs
    private final int batches;
    private int batch; // of the epoch, from 1
    private int first; // triplets of the first batch that no step has taken yet
    private long triplets; // of all of them

    /**
     * Makes the steps of an epoch.
     *
     * @param epoch from 1
     * @param batches that it has
     */
    EpochSteps(StepRule rule, Sgd sgd, int epoch, int batches) {
        this.rule = rule;
        this.sgd = sgd;
        this.batches = batches;
        before = (epoch - 1L) * rule.steps(batches);
    }

    /** Notes the next batch. How much its mean loss counts beside that of the first batch of its step: by its triplets, of which the last batch may have fewer; 0 where it has none. */
    float weight(int count) {
        batch++;
        first = triplets == 0 ? count : first;
        triplets += count;
        return triplets == 0 ? 0 : (float) count / first;
    }

    /** Takes a step where this batch is the last one of it. */
    void step(TrainingPass pass) {
        double mean = triplets == 0 ? 1 : (double) first / triplets; // of the gathered gradients, by triplets
        if (batch % rule.accumulate() == 0 || batch == batches) {
            double norm = pass.measure(mean);
            long step = before + (batch - 1) / rule.accumulate();
            pass.step(sgd, (float) (mean * rule.clipping(norm)), (float) rule.rate().share(step, rule.steps(batches)));
            triplets = 0;
        }
    }
}
