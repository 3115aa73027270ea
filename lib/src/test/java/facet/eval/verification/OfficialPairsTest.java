package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is fetched: the lists lie where they would be kept. */
class OfficialPairsTest {

    @TempDir
    Path folder;

    private Path kept(String name, List<String> lines) throws IOException {
        Path cache = new DataHome(folder).cache();
        Assumptions.assumeTrue(cache.startsWith(folder), "FACET_CACHE names another folder");
        return Files.write(Files.createDirectories(cache).resolve(name), lines);
    }

    @Test
    void aListHasAName() {
        assertEquals(Optional.of(OfficialPairs.LFW), OfficialPairs.named("lfw"));
        assertEquals(Optional.of(OfficialPairs.SLLFW), OfficialPairs.named("sllfw"));
        assertEquals(Optional.empty(), OfficialPairs.named("lfw.csv"));
    }

    @Test
    void sllfwIsKnownByItsFormatAndSaysSo() throws IOException {
        Path list = kept("pair_SLLFW.txt", Collections.nCopies(12_000, "Anna_A/Anna_A_0001.jpg"));
        assertEquals(list, OfficialPairs.SLLFW.list(new DataHome(folder), Progress.silent()));
        assertTrue(OfficialPairs.SLLFW.note().orElseThrow().startsWith("SLLFW's authors publish no SHA-256 of their list."));
        assertEquals(Optional.empty(), OfficialPairs.LFW.note());
    }

    @Test
    void anotherFileIsNotSllfwsList() throws IOException {
        for (List<String> lines : List.of(Collections.nCopies(11_999, "Anna_A/Anna_A_0001.jpg"), Collections.nCopies(12_000, "<p>moved</p>"))) {
            Path list = kept("pair_SLLFW.txt", lines);
            String message = assertThrows(FacetException.class, () -> OfficialPairs.SLLFW.list(new DataHome(folder), Progress.silent())).getMessage();
            assertTrue(message.startsWith(list + " is not SLLFW's list, which has 12,000 lines such as Name/Name_0001.jpg: of its "), message);
            assertTrue(message.endsWith("Get the list elsewhere and name the file: --pairs FILE."), message);
        }
    }

    @Test
    void anotherFileIsNotLfwsList() throws IOException {
        Path list = kept("lfw-pairs.txt", List.of("1 1", "Bert 1 2", "Anna_A 2 Bert 1"));
        String message = assertThrows(FacetException.class, () -> OfficialPairs.LFW.list(new DataHome(folder), Progress.silent())).getMessage();
        assertTrue(message.startsWith(list + " has the SHA-256 ") && message.contains("expected ea42330c"), message);
    }
}
