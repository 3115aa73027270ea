package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class VerificationRecordTest {

    @TempDir
    Path folder;

    private VerificationRecord record(String... rows) throws IOException {
        return VerificationRecord.read(Files.writeString(folder.resolve("v.csv"), "network,aligned,set,measure,value,low,high,pairs\n" + String.join("\n", rows)));
    }

    @Test
    void eachNetworkHasARowAlignedOrNotAndChanceTheLast() throws IOException {
        VerificationRecord record = record("SFace,none,lfw,accuracy,0.925,0.91,0.94,6000", "SFace,eyes,lfw,accuracy,0.9965,0.995,0.998,6000",
                "SFace,eyes,lfw,tar@far=0.001,0.98,,,6000", "SFace,eyes,sllfw,accuracy,0.93,0.9,0.95,100", "SFace,none,lfw,tar@far=0.001,,,,6000");
        Table table = record.table("t", "lfw", "accuracy", "tar@far=0.001");
        assertEquals(List.of("network", "aligned", "pairs", "accuracy (95 %)", "TAR at FAR 0.001 (95 %)"), table.columnNames());
        assertEquals(List.of("SFace", "SFace", "chance"), table.stringColumn(0).asList());
        assertEquals(List.of("0.925 (0.910 \u2013 0.940)", "0.997 (0.995 \u2013 0.998)", "0.5"), table.stringColumn(3).asList());
        assertEquals(List.of("", "0.980", "0.001"), table.stringColumn(4).asList());
        assertEquals(1, record.table("t", "sllfw", "accuracy").intColumn(2).countMissing(), "chance has no pairs");
        Table error = record("SFace,eyes,test,standard error,0.012,,,170").table("t", "test", "standard error");
        assertEquals(List.of("network", "aligned", "triplets", "standard error"), error.columnNames(), "what a triplet set counts is no pairs");
        assertEquals(List.of("0.012", ""), error.stringColumn("standard error").asList(), "chance has none");
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        assertEquals("Nothing is recorded of the set cfp. There are: lfw.",
                assertThrows(FacetException.class, () -> record("a,none,lfw,auc,0.9,,,6000").table("t", "cfp", "auc")).getMessage());
        assertTrue(assertThrows(FacetException.class, () -> record("a,none,lfw,auc,x,,,6000")).getMessage().startsWith(folder.resolve("v.csv") + ", line 2: "));
        assertTrue(assertThrows(FacetException.class, () -> VerificationRecord.read(folder.resolve("none.csv"))).getMessage().startsWith("Can't read "));
    }
}
