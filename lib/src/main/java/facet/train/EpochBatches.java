package facet.train;

import facet.data.TripletSet;
import java.util.List;

/** Chooses what each step of an epoch is trained on. It follows from the seed and the epoch alone, so that a resumed run needs no saved random state. */
public interface EpochBatches {

    /**
     * Chooses the batches of an epoch.
     *
     * @param train the training triplets
     * @param batch triplets in a step; where a step takes people, a setting from which their number follows
     * @param epoch from 1
     */
    List<StepBatch> of(TripletSet train, int batch, long seed, int epoch);

    /** @return how much that is; in each epoch as much */
    EpochWork work(TripletSet train, int batch);

    /** @return whether a step's triplets are given before its embeddings are there */
    boolean areGiven();
}
