package facet.report.chart;

import facet.report.table.SetNames;
import facet.train.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One line of a chart by epoch.
 *
 * @param label what the legend says
 * @param look how it is drawn
 * @param run where its values are
 * @param set the set it shows
 */
record EpochLine(String label, Look look, History run, String set) {

    /**
     * Makes a line for each run and set; a run that lacks a set is left out there.
     * A run's look is that of its network ({@link Looks}); with several sets of several runs the dashes distinguish the sets. Seeds of one name look alike.
     *
     * @throws IllegalArgumentException where no run has one of the sets
     */
    static List<EpochLine> of(Map<String, List<History>> runs, List<String> sets) {
        boolean oneRun = runs.size() == 1 && sets.size() > 1;
        boolean oneSet = sets.size() == 1;
        List<EpochLine> lines = new ArrayList<>();
        Map<String, Look> looks = Looks.of(runs.keySet());
        for (Map.Entry<String, List<History>> run : runs.entrySet()) {
            for (int j = 0; j < sets.size(); j++) {
                String set = sets.get(j);
                String label = oneRun ? set : oneSet ? run.getKey() : run.getKey() + ", " + set;
                Look look = oneRun ? Look.of(j, j) : oneSet ? looks.get(run.getKey()) : looks.get(run.getKey()).dashed(j);
                run.getValue().stream().filter(history -> !history.rows(set).isEmpty()).forEach(history -> lines.add(new EpochLine(label, look, history, set)));
            }
        }
        if (lines.isEmpty()) {
            throw SetNames.unknown(String.join(" or ", sets), runs.values().stream().flatMap(List::stream).toList());
        }
        return lines;
    }
}
