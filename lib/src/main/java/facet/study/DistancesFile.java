package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.CsvFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run's distances.csv: d(A, P) and d(A, N) of each triplet after each epoch. */
final class DistancesFile {

    static final String NAME = "distances.csv";
    private static final String[] COLUMNS = {"epoch", "set", "group", "kind", "d_ap", "d_an"};

    private DistancesFile() { }

    /** The distances of a run's folder; empty where there are none yet. */
    static MeasuredEpochs read(Path folder) {
        Map<Integer, Measurements.Builder> epochs = new LinkedHashMap<>();
        RunFiles.read(folder.resolve(NAME), row -> epochs
                .computeIfAbsent(Integer.parseInt(row.get("epoch")), epoch -> new Measurements.Builder())
                .add(row.get("set"), new TripletDistances(row.get("group"), row.get("kind"),
                        Double.parseDouble(row.get("d_ap")), Double.parseDouble(row.get("d_an")))));
        Map<Integer, Measurements> measured = new LinkedHashMap<>();
        epochs.forEach((epoch, sets) -> measured.put(epoch, sets.build()));
        return new MeasuredEpochs(measured);
    }

    static void write(Path folder, MeasuredEpochs distances) {
        CsvFile.write(folder.resolve(NAME), csv -> {
            for (var epoch : distances.byEpoch().entrySet()) {
                for (var set : epoch.getValue().bySet().entrySet()) {
                    for (TripletDistances t : set.getValue()) {
                        csv.printRecord(epoch.getKey(), set.getKey(), t.name(), t.kind(), t.anchorPositive(), t.anchorNegative());
                    }
                }
            }
        }, COLUMNS);
    }
}
