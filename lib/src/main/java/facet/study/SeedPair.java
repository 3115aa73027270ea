package facet.study;

import facet.eval.compare.MeasuredPair;
import facet.train.History;

/**
 * Two runs of one seed that differ in one setting.
 *
 * @param first the one with the first value
 * @param second the one with the second
 */
public record SeedPair(Side first, Side second) {

    /** A run and its history, read once. */
    public record Side(Run run, History history) { }

    /** @return the first one's accuracy on a set after an epoch, less the second one's */
    public double difference(String set, int epoch) {
        return first.history().row(set, epoch).accuracy() - second.history().row(set, epoch).accuracy();
    }

    /**
     * Returns the distances of both after an epoch.
     *
     * @throws facet.io.FacetException where one of them keeps none of the sets
     */
    public MeasuredPair measured(int epoch, String... sets) {
        return new MeasuredPair(first.run().experiment().training().seed(), MeasuredRun.of(first.run()).after(epoch, sets), MeasuredRun.of(second.run()).after(epoch, sets));
    }
}
