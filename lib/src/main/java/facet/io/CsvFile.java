package facet.io;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Facet's CSVs: UTF-8, in the form of RFC 4180, written whole or not at all. */
public final class CsvFile {

    /** How one is read whose first line names its columns. */
    public static final CSVFormat NAMED_COLUMNS = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvFile() { }

    /** What prints the rows. */
    @FunctionalInterface
    public interface Rows {
        /** Prints every row below the names of the columns. */
        void printTo(CSVPrinter csv) throws IOException;
    }

    /**
     * Replaces a file.
     *
     * @param rows an UncheckedIOException of theirs counts as a failed write
     * @param columns the first line; without any, there is none
     * @throws FacetException where it can't be written; what stood there before is unchanged
     */
    public static void write(Path file, Rows rows, String... columns) {
        CSVFormat format = columns.length == 0 ? CSVFormat.RFC4180 : CSVFormat.RFC4180.builder().setHeader(columns).get();
        AtomicFile.write(file, out -> {
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
            rows.printTo(csv);
            csv.flush();
        });
    }
}
