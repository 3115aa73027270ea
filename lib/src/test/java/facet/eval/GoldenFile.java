package facet.eval;

import ai.djl.ndarray.NDManager;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The committed golden file, or the one that -Dfacet.golden names. */
public final class GoldenFile {

    private GoldenFile() { }

    /** Opens it. */
    public static Golden open(NDManager manager) {
        String option = System.getProperty("facet.golden", "");
        try {
            return Golden.open(manager, option.isBlank()
                    ? Path.of(GoldenFile.class.getResource("/golden/resnet50-fpn-112-v1.npz").toURI()) : Path.of(option));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
