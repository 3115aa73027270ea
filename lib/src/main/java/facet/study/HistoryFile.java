package facet.study;

import facet.io.CsvFile;
import facet.train.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** A run's history.csv: loss and accuracy of each set after each epoch. */
final class HistoryFile {

    static final String NAME = "history.csv";
    private static final String[] COLUMNS = {"epoch", "set", "groups", "loss", "accuracy"};

    private HistoryFile() { }

    /** Reads the history of a run's folder; empty where there is none yet. */
    static History read(Path folder) {
        List<History.Row> rows = new ArrayList<>();
        RunCsv.read(folder.resolve(NAME), line -> rows.add(row(line, folder.resolve(NAME))));
        return new History(rows);
    }

    private static History.Row row(CSVRecord line, Path file) {
        int triplets = Integer.parseInt(line.get("groups"));
        double accuracy = Double.parseDouble(line.get("accuracy"));
        History.Row row = new History.Row(Integer.parseInt(line.get("epoch")), line.get("set"), triplets, Double.parseDouble(line.get("loss")),
                (int) Math.round(accuracy * triplets));
        boolean measured = Double.isFinite(row.loss()) && row.loss() >= 0 && accuracy >= 0 && accuracy <= 1;
        if (row.epoch() < 0 || triplets < 0 || triplets > 0 && !measured) { // of no triplet, both are NaN
            throw Damage.of(file, "row " + line.getRecordNumber() + " has loss " + row.loss() + " and accuracy " + accuracy + " of " + triplets + " triplets after epoch " + row.epoch());
        }
        if (triplets > 0 && row.accuracy() != accuracy) {
            throw Damage.of(file, "row " + line.getRecordNumber() + " has accuracy " + accuracy + ", which no number of correct ones of " + triplets + " triplets gives");
        }
        return row;
    }

    static void write(Path folder, History history) {
        CsvFile.write(folder.resolve(NAME), csv -> {
            for (History.Row row : history.rows()) {
                csv.printRecord(row.epoch(), row.set(), row.triplets(), row.loss(), row.accuracy());
            }
        }, COLUMNS);
    }
}
