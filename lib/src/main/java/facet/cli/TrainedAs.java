package facet.cli;

import facet.align.Align;
import facet.io.FacetException;
import facet.model.weights.Weights;
import java.util.Locale;
import java.util.function.Function;

/** How a network was trained by the metadata of its file, and so how it is to be used.
 *
 * @param start the file
 */
record TrainedAs(Weights start) {

    /** Reads an entry of the file's metadata, or what holds where they lack it; a value that does not exist is refused, with the option to give. */
    <T> T metadata(String key, T otherwise, Function<String, T> read) {
        try {
            return start.metadata(key, read, otherwise);
        } catch (FacetException e) {
            throw new FacetException(e.getMessage() + " Give --" + key + ".", e);
        }
    }

    /** Tells whether it comes from training on triplets. */
    boolean onTriplets() {
        return start.tensors().metadata().containsKey("level");
    }

    /** Returns whether the faces that it was trained on were aligned. Files from before there was such a setting do not say, and they were not. */
    Align align() {
        return metadata("align", Align.NONE, Align::valueOf);
    }

    /** Prints a note where it is used otherwise than it was trained. */
    void note(Align asked) {
        if (onTriplets() && asked != align()) {
            System.err.printf("Note: %s was trained on faces that were %saligned; its distances then were those of --align %s.%n", start.name(),
                    align() == Align.NONE ? "not " : "", align().name().toLowerCase(Locale.ROOT));
        }
    }
}
