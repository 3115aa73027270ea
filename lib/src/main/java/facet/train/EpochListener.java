package facet.train;

import facet.eval.Measurements;

/** Receives each epoch that has ended, while weights and momentum are those of its end. */
@FunctionalInterface
public interface EpochListener {

    /**
     * Receives an epoch, once for each, the untrained network's epoch 0 included.
     *
     * @param history all epochs so far, this one last
     * @param measured what was measured at this epoch's end
     */
    void ended(History history, Measurements measured);
}
