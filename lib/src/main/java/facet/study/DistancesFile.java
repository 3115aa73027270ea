package facet.study;

import facet.eval.MeasuredEpochs;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.CsvFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * A run's distances.csv: d(A, P) and d(A, N) of each triplet after each epoch, and where a judge measured it, the likeness of anchor and negative. What is recorded of
 * many runs is compressed.
 */
final class DistancesFile {

    static final String NAME = "distances.csv";
    static final String COMPRESSED = NAME + ".gz";
    private static final String LIKENESS = "likeness";
    private static final String[] COLUMNS = {"epoch", "set", "group", "kind", "d_ap", "d_an"};
    private static final String[] JUDGED = {"epoch", "set", "group", "kind", "d_ap", "d_an", LIKENESS};

    private DistancesFile() { }

    /** Reads the distances of a run's folder; empty where there are none yet. */
    static MeasuredEpochs read(Path folder) {
        Map<Integer, Measurements.Builder> epochs = new LinkedHashMap<>();
        Path compressed = folder.resolve(COMPRESSED);
        RunCsv.read(Files.exists(compressed) ? compressed : folder.resolve(NAME), row -> epochs
                .computeIfAbsent(Integer.parseInt(row.get("epoch")), epoch -> new Measurements.Builder())
                .add(row.get("set"), new TripletDistances(row.get("group"), row.get("kind"),
                        Double.parseDouble(row.get("d_ap")), Double.parseDouble(row.get("d_an")), likeness(row))));
        Map<Integer, Measurements> measured = new LinkedHashMap<>();
        epochs.forEach((epoch, sets) -> measured.put(epoch, sets.build()));
        return new MeasuredEpochs(measured);
    }

    private static double likeness(CSVRecord row) {
        return row.isMapped(LIKENESS) && !row.get(LIKENESS).isEmpty() ? Double.parseDouble(row.get(LIKENESS)) : Double.NaN;
    }

    static void write(Path folder, MeasuredEpochs distances) {
        write(folder, NAME, distances);
    }

    static void write(Path folder, String name, MeasuredEpochs distances) {
        boolean judged = distances.byEpoch().values().stream().flatMap(sets -> sets.bySet().values().stream()).flatMap(List::stream)
                .anyMatch(triplet -> !Double.isNaN(triplet.likeness()));
        CsvFile.write(folder.resolve(name), csv -> {
            for (var epoch : distances.byEpoch().entrySet()) {
                for (var set : epoch.getValue().bySet().entrySet()) {
                    for (TripletDistances t : set.getValue()) {
                        List<Object> row = new ArrayList<>(List.of(epoch.getKey(), set.getKey(), t.name(), t.kind(), t.anchorPositive(), t.anchorNegative()));
                        if (judged) {
                            row.add(Double.isNaN(t.likeness()) ? "" : t.likeness());
                        }
                        csv.printRecord(row);
                    }
                }
            }
        }, judged ? JUDGED : COLUMNS);
    }
}
