package facet.eval;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import facet.model.Strides;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed golden file, or the one that -Dfacet.golden names. */
public final class GoldenFile {

    private GoldenFile() { }

    /** Opens it. */
    public static Golden open(NDManager manager) {
        String option = System.getProperty("facet.golden", "");
        return Golden.open(manager, option.isBlank() ? resource("resnet50-fpn-112-v1.npz") : Path.of(option));
    }

    /** Opens the gradients in float64, for the same images and weights. */
    static Golden float64(NDManager manager) throws IOException {
        try (InputStream in = Files.newInputStream(resource("resnet50-fpn-112-v1-float64.npz"))) {
            return new Golden(NDList.decode(manager, in), 112, Strides.V1);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(GoldenFile.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
