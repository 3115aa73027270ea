package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceModelsTest {

    @TempDir
    Path folder;

    @Test
    void aNetworkIsHereWhereItsVariableNamesItOrItWasFetched() throws IOException {
        DataHome home = new DataHome(folder);
        Path copy = Files.createFile(folder.resolve("my-yunet.onnx"));
        assertFalse(FaceModels.isHere(FaceModels.YUNET, null, home));
        assertTrue(FaceModels.isHere(FaceModels.YUNET, copy.toString(), home));
        Files.createDirectories(home.cache());
        Files.createFile(home.cache().resolve(FaceModels.YUNET.name()));
        assertTrue(FaceModels.isHere(FaceModels.YUNET, null, home));
        String message = assertThrows(FacetException.class, () -> FaceModels.isHere(FaceModels.YUNET, copy + "x", home)).getMessage();
        assertEquals("FACET_YUNET is " + copy + "x, and that does not exist. Set it to the file of YuNet.", message);
    }
}
