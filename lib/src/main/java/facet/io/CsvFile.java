package facet.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Facet's CSVs: UTF-8, in the form of RFC 4180, written whole or not at all. */
public final class CsvFile {

    /** How one is read whose first line names its columns. */
    public static final CSVFormat NAMED_COLUMNS = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** How one is read that a user wrote: spaces, empty lines and capitals do not count, and who reads it looks for columns that are missing or there twice. */
    private static final CSVFormat USERS = NAMED_COLUMNS.builder().setTrim(true).setIgnoreEmptyLines(true).setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true).setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL).get();

    private CsvFile() { }

    /**
     * Opens a CSV that a user wrote, to be closed. Spreadsheets put a mark before the first column's name, and Excel a line before it that names the comma; that one
     * stays as an empty line, which is counted.
     *
     * @throws IOException where it can't be read or is no UTF-8
     */
    public static CSVParser open(Path file) throws IOException {
        return CSVParser.parse(Files.readString(file).replaceFirst("^\uFEFF?(?i:\"?sep=,\"?(?=\\R))?", ""), USERS);
    }

    /** What prints the rows. */
    @FunctionalInterface
    public interface Rows {
        /** Prints every row below the names of the columns. */
        void printTo(CSVPrinter csv) throws IOException;
    }

    /**
     * Replaces a file; one whose name ends in .gz is compressed.
     *
     * @param rows an UncheckedIOException of theirs counts as a failed write
     * @param columns the first line; without any, there is none
     * @throws FacetException where it can't be written; what stood there before is unchanged
     */
    public static void write(Path file, Rows rows, String... columns) {
        CSVFormat format = columns.length == 0 ? CSVFormat.RFC4180 : CSVFormat.RFC4180.builder().setHeader(columns).get();
        AtomicFile.write(file, out -> {
            GZIPOutputStream zipped = isCompressed(file) ? new GZIPOutputStream(out) : null;
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(zipped == null ? out : zipped, StandardCharsets.UTF_8), format);
            rows.printTo(csv);
            csv.flush();
            if (zipped != null) {
                zipped.finish();
            }
        });
    }

    /**
     * Opens a CSV that Facet wrote, with a first line that names the columns, to be closed.
     *
     * @throws IOException where it can't be read
     */
    public static CSVParser openWritten(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return CSVParser.parse(isCompressed(file) ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8, NAMED_COLUMNS);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isCompressed(Path file) {
        return file.getFileName().toString().endsWith(".gz");
    }
}
