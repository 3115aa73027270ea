package facet.report;

import facet.study.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The sets that runs were measured on. */
final class SetNames {

    private SetNames() { }

    /** @throws IllegalArgumentException for a set that none of the runs has; it names those that there are */
    static void check(List<Run> runs, String... sets) {
        Set<String> there = new TreeSet<>();
        runs.forEach(run -> there.addAll(run.history().sets()));
        Arrays.stream(sets).filter(set -> !there.contains(set)).findFirst().ifPresent(set -> {
            throw new IllegalArgumentException("No run has a set named " + set + ". There are: " + there + ".");
        });
    }
}
