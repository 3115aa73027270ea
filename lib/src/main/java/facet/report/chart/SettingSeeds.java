package facet.report.chart;

import facet.study.Run;
import facet.study.Study;
import facet.study.Variation;
import facet.train.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The seeds of one value of a setting.
 *
 * @param value such as 0.001
 * @param trained the histories of the runs that reached the study's last epoch, up to it
 * @param diverged how many ended before it
 */
record SettingSeeds(String value, List<History> trained, int diverged) {

    /** @return one for each value of the setting, in the order of the runs */
    static List<SettingSeeds> of(Study study, List<Run> runs, String setting) {
        Map<String, List<History>> values = new LinkedHashMap<>();
        runs.forEach(run -> values.computeIfAbsent(run.experiment().values().texts().get(setting), value -> new ArrayList<>()).add(run.history()));
        return values.entrySet().stream().map(value -> of(Variation.shown(setting, value.getKey()), value.getValue(), study.epochs())).toList();
    }

    private static SettingSeeds of(String value, List<History> all, int epochs) {
        List<History> trained = all.stream().filter(history -> history.lastEpoch() >= epochs).map(history -> history.until(epochs)).toList();
        return new SettingSeeds(value, trained, all.size() - trained.size());
    }

    /** @return the accuracy of each seed after its last epoch; none where all of them diverged */
    double[] accuracies(String set) {
        return trained.stream().map(history -> history.accuracy(set)).mapToDouble(epochs -> epochs[epochs.length - 1]).toArray();
    }
}
