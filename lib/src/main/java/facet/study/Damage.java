package facet.study;

import facet.data.FacetException;
import java.nio.file.Path;

/** Puts into words that a file of a run is damaged. */
final class Damage {

    private static final String RECORDED = "; of a run that came with Facet, git checkout data/recorded puts it back.";

    private Damage() { }

    /** Says what is wrong with a file that can be read. */
    static FacetException of(Path file, String what) {
        return new FacetException(file + " is damaged: " + what + ". Put the whole file back, or delete the run's folder to train anew" + RECORDED);
    }

    /** Says that a file can't be read, and what to do. */
    static FacetException unreadable(Path file, String advice, Exception reason) {
        return new FacetException("Can't read " + file + ". " + advice + RECORDED, reason);
    }
}
