package facet.report.table;

import facet.eval.Interval;
import facet.io.CsvFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.report.IntervalText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What networks reached on pairs and hard sets of real faces, as it is recorded in data/recorded/verification.csv: numbers alone, no image and no name. */
public final class VerificationRecord {

    private static final String CHANCE = "chance";
    private static final String STANDARD_ERROR = "standard error";

    private record Value(String network, String aligned, String set, String measure, double value, Interval interval, int pairs) { }

    private final List<Value> values;

    private VerificationRecord(List<Value> values) {
        this.values = values;
    }

    /** @return the record of this checkout; throws a FacetException as {@link #read} */
    public static VerificationRecord open(DataHome home) {
        return read(home.recorded().resolve("verification.csv"));
    }

    /**
     * Reads a record.
     *
     * @param csv with the columns network, aligned, set, measure, value, low, high and pairs (data/README.md)
     * @throws FacetException where it can't be read or a row is bad; it names the line
     */
    public static VerificationRecord read(Path csv) {
        List<Value> values = new ArrayList<>();
        try (CSVParser rows = CsvFile.open(csv)) {
            for (CSVRecord row : rows) {
                if (!row.get("value").isEmpty()) { // a measure that was refused has none
                    values.add(value(csv + ", line " + rows.getCurrentLineNumber(), row));
                }
            }
        } catch (IOException e) {
            throw new FacetException("Can't read " + csv + " (" + e.getMessage() + "). It is part of Facet: git checkout data/recorded puts it back.", e);
        }
        return new VerificationRecord(values);
    }

    private static Value value(String place, CSVRecord row) {
        try {
            double value = Double.parseDouble(row.get("value"));
            boolean interval = !row.get("low").isEmpty();
            return new Value(row.get("network"), row.get("aligned"), row.get("set"), row.get("measure"), value,
                    interval ? new Interval(Double.parseDouble(row.get("low")), Double.parseDouble(row.get("high"))) : null, Integer.parseInt(row.get("pairs")));
        } catch (IllegalArgumentException e) {
            throw new FacetException(place + ": " + e.getMessage() + ". It needs network, aligned, set, measure, value, low, high and pairs.", e);
        }
    }

    /**
     * Shows one set.
     *
     * @param set such as lfw, sllfw or hard test
     * @param measures such as accuracy or auc, a column each
     * @return a row for each network, aligned or not, and one for chance: random distances
     * @throws FacetException where nothing is recorded of the set; it names the sets
     */
    public Table table(String title, String set, String... measures) {
        Map<List<String>, List<Value>> rows = new LinkedHashMap<>();
        values.stream().filter(value -> value.set.equals(set)).forEach(value -> rows.computeIfAbsent(List.of(value.network, value.aligned), row -> new ArrayList<>()).add(value));
        if (rows.isEmpty()) {
            throw new FacetException("Nothing is recorded of the set " + set + ". There are: " + String.join(", ", values.stream().map(Value::set).distinct().toList()) + ".");
        }
        Table table = Table.create(title, StringColumn.create("network"), StringColumn.create("aligned"), IntColumn.create("pairs"));
        Arrays.stream(measures).forEach(measure -> table.addColumns(StringColumn.create(head(measure))));
        rows.forEach((row, own) -> {
            table.stringColumn(0).append(row.get(0));
            table.stringColumn(1).append(row.get(1));
            table.intColumn(2).append(own.get(0).pairs);
            for (String measure : measures) {
                StringColumn column = table.stringColumn(head(measure));
                own.stream().filter(value -> value.measure.equals(measure)).findFirst().ifPresentOrElse(value -> column.append(text(value)), column::appendMissing);
            }
        });
        table.stringColumn(0).append(CHANCE);
        table.stringColumn(1).appendMissing();
        table.intColumn(2).appendMissing();
        Arrays.stream(measures).forEach(measure -> table.stringColumn(head(measure)).append(chance(measure)));
        return table;
    }

    private static String text(Value value) {
        String number = String.format(Locale.ROOT, "%.3f", value.value);
        return value.interval == null ? number : number + " (" + IntervalText.share(value.interval) + ")";
    }

    private static String head(String measure) {
        return measure.equals(STANDARD_ERROR) ? measure : measure + " (95 %)";
    }

    /** What a network with random distances reaches: half of everything, and at a false accept rate a true accept rate that equals it. */
    private static String chance(String measure) {
        if (measure.equals(STANDARD_ERROR)) {
            return "";
        }
        return measure.startsWith("tar@far=") ? measure.substring("tar@far=".length()) : "0.5";
    }
}
