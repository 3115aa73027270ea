package facet.spark;

import ai.djl.ndarray.NDManager;
import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Sha256;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.model.weights.Weights;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * What a worker builds the same network from.
 *
 * @param weights a name of Facet's, or the absolute path of a file
 * @param hash the SHA-256 of that file; "" for a name
 * @param size of the images
 */
record NetworkSettings(String weights, String hash, Level level, Pooling pooling, boolean normalize, Precision precision, int size) implements Serializable {

    /** Those of a network that is there. */
    static NetworkSettings of(FaceEmbedder model, String weights, int size) {
        String name = Weights.NAMES.contains(weights) ? weights : Path.of(weights).toAbsolutePath().normalize().toString();
        return new NetworkSettings(name, hash(name), model.level(), model.pooling(), model.normalized(), model.precision(), size);
    }

    /** Builds it, alive as long as the manager. */
    FaceEmbedder build(NDManager manager) {
        if (!hash(weights).equals(hash)) {
            throw new FacetException(weights + " is another file here than where the command was given. Copy it, or name a file in a folder that all machines share.");
        }
        return FaceEmbedder.builder().weights(Weights.of(weights, Progress.silent())).level(level).pooling(pooling).normalize(normalize).precision(precision)
                .tell(loaded -> { }).build(manager); // the command has told it
    }

    private static String hash(String weights) {
        try {
            return Weights.NAMES.contains(weights) ? "" : Sha256.of(Path.of(weights));
        } catch (IOException e) {
            throw new FacetException("Can't read the weights file " + weights + ". Name one in a folder that all machines share.", e);
        }
    }
}
