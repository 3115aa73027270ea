package facet.eval.reading;

import java.util.List;
import java.util.Map;

/**
 * What the run of one seed measured.
 *
 * @param seed of the run
 * @param diverged whether its loss became NaN or infinite before the last epoch: then there are no sets
 * @param sets what it measured after the last epoch, by set
 * @param validation the loss on the validation set after each epoch, from 0 on
 */
public record SeedOutcome(long seed, boolean diverged, Map<String, SetOutcome> sets, List<Double> validation) {

    public SeedOutcome {
        sets = Map.copyOf(sets);
        validation = List.copyOf(validation);
        if (diverged && !sets.isEmpty()) {
            throw new IllegalArgumentException("The run of seed " + seed + " diverged, so that it has no measurement after the last epoch.");
        }
    }

    /** @return whether the validation loss falls in all of its steps from epoch to epoch but one at the most: in at least 9 of 10; never of a run that diverged */
    public boolean fallsConstantly() {
        int rises = 0;
        for (int epoch = 1; epoch < validation.size(); epoch++) {
            rises += validation.get(epoch) < validation.get(epoch - 1) ? 0 : 1; // nor does NaN fall
        }
        return !diverged && validation.size() > 2 && rises <= 1;
    }
}
