package facet.report.table;

import facet.train.History;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The sets that runs were measured on. */
public final class SetNames {

    private SetNames() { }

    /** @throws IllegalArgumentException for a set that none of the histories has; it names those that there are */
    public static void check(Collection<History> histories, String... sets) {
        for (String set : sets) {
            if (histories.stream().noneMatch(history -> history.sets().contains(set))) {
                throw unknown(set, histories);
            }
        }
    }

    /** @return what is thrown where no run has a set of that name, or of those names */
    public static IllegalArgumentException unknown(String name, Collection<History> histories) {
        Set<String> there = new TreeSet<>();
        histories.forEach(history -> there.addAll(history.sets()));
        return new IllegalArgumentException("No run has a set named " + name + ". There are: " + there + ".");
    }
}
