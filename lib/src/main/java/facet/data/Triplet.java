package facet.data;

import java.nio.file.Path;
import java.util.List;

/**
 * A triplet, which the paper calls a group: two images of one person and one of another (paper section 2.3).
 *
 * @param name its name within its set
 * @param kind such as ordinary, lookalike, twinlike
 * @param anchor image of the person
 * @param positive another image of the same person
 * @param negative image of another person
 * @param likeness of anchor and negative by a {@link Judge}; NaN where none has looked at them
 */
public record Triplet(String name, String kind, Path anchor, Path positive, Path negative, double likeness) {

    /** Makes a triplet without a judge's likeness. */
    public Triplet(String name, String kind, Path anchor, Path positive, Path negative) {
        this(name, kind, anchor, positive, negative, Double.NaN);
    }

    /** @return the same triplet with the likeness that a judge found */
    Triplet judged(double found) {
        return new Triplet(name, kind, anchor, positive, negative, found);
    }

    /** @return anchor, positive, negative */
    public List<Path> images() {
        return List.of(anchor, positive, negative);
    }
}
