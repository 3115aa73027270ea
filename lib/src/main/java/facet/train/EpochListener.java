package facet.train;

import facet.eval.TripletDistances;
import java.util.List;
import java.util.Map;

/** Who is told that an epoch has ended, while weights and momentum are those of its end. */
@FunctionalInterface
public interface EpochListener {

    /**
     * Called once for each epoch, the untrained network's epoch 0 included.
     *
     * @param history all epochs so far, this one last
     * @param distances what was measured at this epoch's end, by set
     */
    void ended(History history, Map<String, List<TripletDistances>> distances);
}
