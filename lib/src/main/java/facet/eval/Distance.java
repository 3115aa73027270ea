package facet.eval;

import java.util.Locale;

/** The distance in a triplet's loss. Which of two distances is larger, and so each accuracy, is the same for both. */
public enum Distance {
    /** √Σ(x - y)², the paper's. */
    EUCLIDEAN,
    /** Σ(x - y)², FaceNet's. */
    SQUARED;

    /** Converts the Euclidean distance of two embeddings into this one. */
    double of(double euclidean) {
        return this == EUCLIDEAN ? euclidean : euclidean * euclidean;
    }

    /** @return its name in an experiment: euclidean or squared */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
