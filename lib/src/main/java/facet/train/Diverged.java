package facet.train;

import facet.io.FacetException;

/** A training's loss became NaN or infinite: a result of its settings, which another try would repeat. */
public final class Diverged extends TrainingException {

    private static final long serialVersionUID = 1L;

    private final String where;

    private Diverged(String where, int epoch) {
        super(where + ". " + kept(epoch) + "; try a smaller learning rate.", null);
        this.where = where;
    }

    /** Makes the exception of a step whose loss is not finite. */
    static Diverged inStep(int epoch, int step, float loss) {
        return new Diverged("The loss became " + loss + " in epoch " + epoch + ", step " + step, epoch);
    }

    /** Stops before an epoch is saved whose last step has spoilt the weights, which shows in what was measured after it. */
    static void check(History.Row measured) {
        if (measured.triplets() > 0 && !Double.isFinite(measured.loss())) {
            String became = "The loss on the set " + measured.set() + " became " + measured.loss();
            throw measured.epoch() > 0 ? new Diverged(became + " after epoch " + measured.epoch(), measured.epoch())
                    : new FacetException(became + " before the first step: the weights that training starts from give no numbers. Take others.");
        }
    }

    /** @return which loss became what, and when, in words without a full stop */
    public String where() {
        return where;
    }
}
