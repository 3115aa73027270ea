package facet.model.net;

import java.util.Locale;

/** What training does to the batch normalisations of the trained stages. */
public enum Norms {
    /** They normalise by the batch, move their running statistics and learn scale and shift: torchvision's BatchNorm2d. */
    BATCH,
    /** Statistics, scale and shift stay as they start: torchvision's FrozenBatchNorm2d. The images of a step are then independent of each other. */
    FROZEN;

    /** @return its name in an experiment: batch or frozen */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
