package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHomeTest {

    @TempDir
    private Path folder;

    @Test
    void theCheckoutIsFoundFromBelowOrByItsVariable() throws IOException {
        Files.createDirectories(folder.resolve("data/generated-faces"));
        Path below = Files.createDirectories(folder.resolve("notebooks/deeper"));
        assertEquals(folder, DataHome.find(Map.of(), below).root());
        assertEquals(folder, DataHome.find(Map.of("FACET_HOME", folder.toString()), Path.of("/")).root());
        FacetException e = assertThrows(FacetException.class, () -> DataHome.find(Map.of(), folder.getRoot()));
        assertTrue(e.getMessage().contains("FACET_HOME"), e.getMessage());
    }
}
