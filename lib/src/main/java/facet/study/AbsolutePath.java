package facet.study;

import facet.io.FacetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads data and weights as a user names them, in a terminal or a study's file. A folder or file has one absolute path from wherever it is named, and so its
 * experiment has one id. An {@link Experiment} takes its settings as they are and never looks at the file system.
 */
public final class AbsolutePath {

    private AbsolutePath() { }

    /**
     * Finds what a name stands for.
     *
     * @param named a name of Facet's, or a path as seen from the working directory
     * @param reserved the names of Facet's, which stay what they are whatever folder bears them
     * @return the absolute path where something is there, else the name itself, which whoever opens it will complain of
     * @throws FacetException where it can't be a path, such as with a NUL in it
     */
    public static String of(String named, List<String> reserved) {
        if (reserved.contains(named)) {
            return named;
        }
        try {
            Path path = Path.of(named);
            return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : named;
        } catch (InvalidPathException e) {
            throw new FacetException(Settings.shown(named) + " is no path: " + e.getReason() + ". Write the path of a folder or file.", e);
        }
    }
}
