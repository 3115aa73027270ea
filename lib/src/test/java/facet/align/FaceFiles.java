package facet.align;

import facet.io.FacetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The two networks where they are at hand: the tests that need them say what they skip. */
final class FaceFiles {

    private FaceFiles() { }

    static Path yunet() {
        return at("FACET_YUNET");
    }

    static Path sface() {
        return at("FACET_SFACE");
    }

    static void needOpenCv() {
        try {
            OpenCv.load();
        } catch (FacetException missing) {
            Assumptions.abort("OpenCV's libraries are not here: mvn -Dalign brings them.");
        }
    }

    private static Path at(String variable) {
        String named = System.getenv(variable);
        Assumptions.assumeTrue(named != null && Files.isRegularFile(Path.of(named)), variable + " names no file.");
        needOpenCv();
        return Path.of(named);
    }
}
