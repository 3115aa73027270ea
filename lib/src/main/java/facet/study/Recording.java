package facet.study;

import facet.data.AtomicFile;
import facet.data.FacetException;
import facet.model.Backbone;
import facet.train.GroupDistance;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the repository keeps of a run: settings, history, log, and distances to six decimals; no weights. Of a frozen backbone's run, of
 * which there are many, no distances either.
 */
public final class Recording {

    private static final double DECIMALS = 1e6;

    private Recording() { }

    /**
     * Copies a run into a store of recorded ones. Loss and accuracy are then those of the rounded distances.
     *
     * @return the recorded run
     * @throws FacetException where the run has not begun, or rounding would turn a group right or wrong
     */
    public static Run of(Run run, RunStore recorded) {
        if (run.history().lastEpoch() < 1) {
            throw new FacetException("The run " + run.id() + " has no epoch yet that could be recorded.");
        }
        Run copy = recorded.run(run.experiment());
        copy(run, copy, RunClaim.FILE);
        copy(run, copy, RunLog.FILE);
        if (run.experiment().backbone() == Backbone.FROZEN) {
            copy(run, copy, RunFiles.HISTORY);
        } else {
            var distances = rounded(RunFiles.distances(run.folder()));
            RunFiles.write(copy.folder(), said(run, distances), distances);
        }
        return copy;
    }

    private static void copy(Run from, Run to, String file) {
        try {
            byte[] content = Files.readAllBytes(from.folder().resolve(file));
            AtomicFile.write(to.folder().resolve(file), out -> out.write(content));
        } catch (IOException e) {
            throw new FacetException("Can't read " + from.folder().resolve(file) + ".", e);
        }
    }

    private static Map<Integer, Map<String, List<GroupDistance>>> rounded(Map<Integer, Map<String, List<GroupDistance>>> distances) {
        Map<Integer, Map<String, List<GroupDistance>>> all = new LinkedHashMap<>();
        distances.forEach((epoch, sets) -> sets.forEach((set, groups) -> all.computeIfAbsent(epoch, e -> new LinkedHashMap<>())
                .put(set, groups.stream().map(g -> new GroupDistance(g.group(), g.kind(), round(g.positive()), round(g.negative()))).toList())));
        return all;
    }

    private static double round(double distance) {
        return Math.round(distance * DECIMALS) / DECIMALS;
    }

    /** The history by the rounded distances; training's rows, of which there are none, as they are. */
    private static History said(Run run, Map<Integer, Map<String, List<GroupDistance>>> distances) {
        List<History.Row> rows = new ArrayList<>();
        for (History.Row row : run.history().rows()) {
            List<GroupDistance> groups = distances.getOrDefault(row.epoch(), Map.of()).get(row.set());
            History.Row said = groups == null ? row : History.Row.of(row.epoch(), row.set(), groups, run.experiment().margin());
            if (said.accuracy() != row.accuracy()) {
                throw new FacetException("Rounded, the distances of " + row.set() + " after epoch " + row.epoch() + " of the run " + run.id()
                        + " would say another accuracy.");
            }
            rows.add(said);
        }
        return new History(rows);
    }
}
