package facet.study;

import facet.data.FaceSets;
import facet.model.net.Precision;

/** What depends on where and on what a study or training runs: it is settled where a user names it, before it becomes an experiment. */
public final class UserWords {

    private UserWords() { }

    /**
     * Settles a value.
     *
     * @param setting its name
     * @param word what the user wrote: for data and weights a path as seen from the working directory, for the precision also auto
     * @return what holds everywhere
     * @throws facet.io.FacetException where a path can't be one
     */
    public static String settled(String setting, String word) {
        if (setting.equals(Faces.DATA.name())) {
            return AbsolutePath.of(word, FaceSets.NAMES);
        }
        if (setting.equals(Network.WEIGHTS.name())) {
            return AbsolutePath.of(word, Network.NAMES);
        }
        return setting.equals(Network.PRECISION.name()) && word.equalsIgnoreCase("auto") ? Precision.auto().toString() : word;
    }
}
