package facet.model;

import java.util.Locale;

/** What training does to the backbone. */
public enum Backbone {
    /** Every layer is trained, as in the paper. */
    TRAINED,
    /** Its parameters and statistics stay those it starts from; only what stands on it is trained: the pyramid, or without one a linear layer. */
    FROZEN;

    /** @return its name in an experiment: trained or frozen */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
