package facet.align;

import facet.io.DataHome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The two networks where they are at hand, named by a variable or in a folder "shared" beside the checkout: the tests that need them say what they skip. */
public final class FaceFiles {

    private FaceFiles() { }

    /** YuNet; without it the test is skipped. */
    public static Path yunet() {
        return at("FACET_YUNET", "yunet_n_dynamic.onnx");
    }

    /** SFace; without it the test is skipped. */
    public static Path sface() {
        return at("FACET_SFACE", "sface.onnx");
    }

    private static Path at(String variable, String shared) {
        String named = System.getenv(variable);
        Path file = named != null && !named.isBlank() ? Path.of(named) : DataHome.find().root().resolveSibling("shared/faces").resolve(shared);
        Assumptions.assumeTrue(Files.isRegularFile(file), "Skipped: " + file + " is not there. Set " + variable + " to a copy of the network.");
        return file;
    }
}
