package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facet.io.DataHome;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embeddings may be of real people: git must pass over them, also over what a killed program left of them. */
class IgnoredFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"embeddings.csv", ".embeddings.csv.0d9a3c1e-8f6b-4f3e-9a51-2f2f8c1d7e90.part", "photos/.model.safetensors.0d9a3c1e-8f6b-4f3e-9a51-2f2f8c1d7e90.part",
        "notebooks/.03-fpn-ablation.ipynb.part"})
    void gitPassesOverWhatACommandWrites(String file) throws Exception {
        Process git;
        try {
            git = new ProcessBuilder("git", "check-ignore", "--no-index", "-q", file).directory(DataHome.find().root().toFile()).start();
        } catch (IOException e) {
            assumeTrue(false, "no git here");
            return;
        }
        int code = git.waitFor();
        assumeTrue(code != 128, "no checkout of git");
        assertEquals(0, code, file);
    }
}
