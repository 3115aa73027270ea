package facet.train;

/** A training's loss became NaN or infinite: a result of its settings, which another try would repeat. */
public final class Diverged extends TrainingException {

    private static final long serialVersionUID = 1L;

    private final String where;

    private Diverged(String where, int epoch) {
        super(where + ". " + kept(epoch) + "; try a smaller learning rate.", null);
        this.where = where;
    }

    /** Diverged in a step, whose loss is not finite. */
    static Diverged inStep(int epoch, int step, float loss) {
        return new Diverged("The loss became " + loss + " in epoch " + epoch + ", step " + step, epoch);
    }

    /** Diverged in the last step of an epoch, which shows in what was measured after it. */
    static Diverged afterEpoch(History.Row measured) {
        return new Diverged("The loss on the set " + measured.set() + " became " + measured.loss() + " after epoch " + measured.epoch(), measured.epoch());
    }

    /** @return which loss became what, and when, in words without a full stop */
    public String where() {
        return where;
    }
}
