package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.data.FaceSets;
import facet.io.FacetException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsolutePathTest {

    @Test
    void aFolderIsTheSameFromWhereverItIsNamed(@TempDir Path folder) {
        String absolute = folder.toAbsolutePath().toString();
        String relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath()).toString();
        assertEquals(absolute, AbsolutePath.of(relative, FaceSets.NAMES));
        assertEquals(absolute, AbsolutePath.of(absolute, FaceSets.NAMES));
        assertEquals("generated", AbsolutePath.of("generated", FaceSets.NAMES));
        assertEquals("not/there", AbsolutePath.of("not/there", FaceSets.NAMES), "whoever opens it names it as the user did");
    }

    @Test
    void whatIsNoPathIsSaid() {
        String message = assertThrows(FacetException.class, () -> AbsolutePath.of("a\0b", FaceSets.NAMES)).getMessage();
        assertEquals("a\\u0000b is no path: Nul character not allowed. Write the path of a folder or file.", message);
    }
}
