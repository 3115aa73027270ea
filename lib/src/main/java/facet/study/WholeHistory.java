package facet.study;

import facet.data.HardTriplets;
import facet.data.TripletSplit;
import facet.io.FacetException;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether a run's history.csv is whole: every epoch from 0 on once, each with the same sets of as many triplets, and from epoch 1 on the training set.
 * The sets that a judge chose may be missing after some epochs: then there was no judge.
 * One that was cut or edited would be trained on from the wrong epoch, or shown.
 */
final class WholeHistory {

    private static final String TRAIN = "train";

    private WholeHistory() { }

    /** @throws FacetException where the file is damaged; one that is not there yet is whole */
    static void check(Path folder) {
        epochs(folder);
    }

    /** @throws FacetException where the file is damaged, or holds other sets than those of the split */
    static void check(Path folder, TripletSplit split) {
        List<Map<String, Integer>> epochs = epochs(folder);
        if (!epochs.isEmpty()) {
            Map<String, Integer> sets = new LinkedHashMap<>();
            split.measured().forEach(set -> sets.put(set.name(), set.triplets().size()));
            mustBe(sets, epochs.get(0), 0, folder);
        }
    }

    /** @throws FacetException where distances.csv lacks triplets that the history counts, up to the epoch of the weights: what is beyond is measured anew */
    static void checkDistances(Path folder) {
        var distances = DistancesFile.read(folder);
        for (History.Row row : HistoryFile.read(folder).until(Math.max(0, RunFiles.checkpointEpoch(folder))).rows()) {
            int found = distances.distances(row.epoch(), row.set()).size();
            if (!row.set().equals(TRAIN) && found != row.triplets()) {
                throw Damage.of(folder.resolve(DistancesFile.NAME), "it has " + found + " triplets of the set " + row.set() + " after epoch " + row.epoch()
                        + ", not " + row.triplets());
            }
        }
    }

    /** By epoch, the number of triplets by set. */
    private static List<Map<String, Integer>> epochs(Path folder) {
        if (isCut(folder.resolve(HistoryFile.NAME))) {
            throw damaged(folder, "it ends within a line");
        }
        List<Map<String, Integer>> epochs = new ArrayList<>();
        for (History.Row row : HistoryFile.read(folder).rows()) {
            if (row.epoch() == epochs.size()) {
                epochs.add(new LinkedHashMap<>());
            }
            if (row.epoch() >= epochs.size()) {
                throw damaged(folder, "epoch " + epochs.size() + " is missing");
            }
            if (row.epoch() < epochs.size() - 1 || epochs.get(row.epoch()).put(row.set(), row.triplets()) != null) {
                throw damaged(folder, "it has the set " + row.set() + " after epoch " + row.epoch() + " twice, or not in its place");
            }
        }
        for (int epoch = 1; epoch < epochs.size(); epoch++) {
            Map<String, Integer> sets = new LinkedHashMap<>(epochs.get(0));
            sets.put(TRAIN, epochs.get(1).getOrDefault(TRAIN, 0));
            mustBe(sets, epochs.get(epoch), epoch, folder);
        }
        return epochs;
    }

    private static boolean isCut(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return !text.isEmpty() && !text.endsWith("\n");
        } catch (IOException e) {
            throw Damage.unreadable(file, "Delete the run's folder to train anew", e);
        }
    }

    private static void mustBe(Map<String, Integer> sets, Map<String, Integer> found, int epoch, Path folder) {
        sets.forEach((set, triplets) -> {
            boolean absent = !found.containsKey(set) && HardTriplets.isHard(set);
            if (!absent && !triplets.equals(found.get(set))) {
                throw damaged(folder, "epoch " + epoch + (found.containsKey(set)
                        ? " has " + found.get(set) + " triplets of the set " + set + ", not " + triplets : " lacks the set " + set));
            }
        });
        found.keySet().stream().filter(set -> !sets.containsKey(set) && !HardTriplets.isHard(set)).findFirst().ifPresent(set -> {
            throw damaged(folder, "epoch " + epoch + " has the set " + set + ", which is none of its own");
        });
    }

    private static FacetException damaged(Path folder, String what) {
        return Damage.of(folder.resolve(HistoryFile.NAME), what);
    }

    /** @throws FacetException where a file is damaged that an epoch is added to */
    static void mustBeReadable(Path folder) {
        checkDistances(folder);
        StepLog.read(folder);
        HealthLog.read(folder);
        RunLog.read(folder);
    }
}
