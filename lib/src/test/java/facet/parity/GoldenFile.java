package facet.parity;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed golden file, or the one that -Dfacet.golden names. */
public final class GoldenFile {

    private static final String COMMITTED = "resnet50-fpn-112-v1.npz";

    private GoldenFile() { }

    /** Opens it. */
    public static Golden open(NDManager manager) {
        return Golden.open(manager, file());
    }

    /** Opens the steps at the paper's learning rate in float64, which are committed for one size and one form of strides. */
    static Golden steps(NDManager manager) throws IOException {
        try (InputStream in = Files.newInputStream(resource("resnet50-fpn-112-v1-steps-float64.npz")); Golden golden = Golden.open(manager, resource(COMMITTED))) {
            return new Golden(NDList.decode(manager, in), golden.size(), golden.strides());
        }
    }

    /** Opens the training in float64: the file beside it, where there is one, or the committed one. */
    static Golden float64(NDManager manager) throws IOException {
        Path beside = wide(file());
        Path narrow = Files.exists(beside) ? file() : resource(COMMITTED);
        try (InputStream in = Files.newInputStream(wide(narrow)); Golden golden = Golden.open(manager, narrow)) {
            return new Golden(NDList.decode(manager, in), golden.size(), golden.strides());
        }
    }

    private static Path file() {
        String option = System.getProperty("facet.golden", "");
        return option.isBlank() ? resource(COMMITTED) : Path.of(option);
    }

    private static Path wide(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("[.]npz$", "-float64.npz"));
    }

    private static Path resource(String name) {
        try {
            return Path.of(GoldenFile.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
