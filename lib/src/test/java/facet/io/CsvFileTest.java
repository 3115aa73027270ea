package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    Path folder;

    @Test
    void namesItsColumnsAndQuotesWhatNeedsIt() throws IOException {
        Path file = folder.resolve("a.csv");
        CsvFile.write(file, csv -> csv.printRecord("Zoë, Ann", 0.5), "who", "d_ap");
        assertEquals("who,d_ap\r\n\"Zoë, Ann\",0.5\r\n", Files.readString(file));
        CsvFile.write(file, csv -> csv.printRecord("a", 1));
        assertEquals("a,1\r\n", Files.readString(file));
    }

    @Test
    void rowsThatFailLeaveWhatStoodThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "before");
        String message = assertThrows(FacetException.class, () -> CsvFile.write(file, csv -> {
            csv.printRecord("half");
            throw new UncheckedIOException(new IOException("No space left on device"));
        })).getMessage();
        assertEquals("Could not write " + file + " (No space left on device). What stood there before is unchanged.", message);
        assertEquals("before", Files.readString(file));
    }
}
