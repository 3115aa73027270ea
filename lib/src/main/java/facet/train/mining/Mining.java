package facet.train.mining;

import java.util.Locale;

/** How the triplets that are trained on are chosen. What is validated and tested on is the same for all. */
public enum Mining {
    /** The training triplets of the split, in each epoch the same: the paper's. */
    FIXED,
    /** The split's anchors; positives and negatives are drawn anew in each epoch ({@link RandomTriplets}). */
    RANDOM,
    /** Batches of people; each pair takes its nearest negative that is farther than the positive ({@link SemiHard}). */
    SEMIHARD,
    /** Batches of people; each anchor takes its farthest positive and nearest negative ({@link BatchHard}). */
    BATCHHARD;

    /** @return whether a batch is of people, so many images of each */
    public boolean takesPeople() {
        return this == SEMIHARD || this == BATCHHARD;
    }

    /** @return its name in an experiment, such as semihard */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
