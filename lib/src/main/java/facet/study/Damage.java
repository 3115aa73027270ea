package facet.study;

import facet.io.FacetException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Puts into words that a file of a run is damaged. */
final class Damage {

    private static final String RECORDED = "; of a run that came with Facet, git checkout data/recorded puts it back.";

    private Damage() { }

    /** Describes what is wrong with a file that can be read. */
    static FacetException of(Path file, String what) {
        return new FacetException(file + " is damaged: " + what + ". Put the whole file back, or delete the run's folder to train anew" + RECORDED);
    }

    /** Describes that a file can't be read, and what to do. Where the user may not read it, the advice is not to delete it. */
    static FacetException unreadable(Path file, String advice, Exception reason) {
        Throwable cause = reason instanceof UncheckedIOException ? reason.getCause() : reason;
        boolean away = cause instanceof FileSystemException && !(cause instanceof NoSuchFileException);
        return away ? new FacetException("Can't read " + file + ": the system refuses it. The file need not be damaged. Make it readable and try again.", reason)
                : new FacetException("Can't read " + file + ". " + advice + RECORDED, reason);
    }
}
