package facet.model;

import java.util.Locale;

/** What training does to the backbone. */
public enum Backbone {
    /** Every layer is trained, as in the paper. */
    TRAINED,
    /** Its parameters and statistics stay those it starts from; only the pyramid is trained. */
    FROZEN;

    /** @return its name in an experiment: trained or frozen */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
