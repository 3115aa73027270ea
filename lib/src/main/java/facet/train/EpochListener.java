package facet.train;

import facet.eval.Measurements;

/** Who is told that an epoch has ended, while weights and momentum are those of its end. */
@FunctionalInterface
public interface EpochListener {

    /**
     * Called once for each epoch, the untrained network's epoch 0 included.
     *
     * @param history all epochs so far, this one last
     * @param measured what was measured at this epoch's end
     */
    void ended(History history, Measurements measured);
}
