package facet.model.cache;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A kind of feature that is computed of images and kept.
 *
 * @param name the name that a progress line shows
 * @param settings all that decides a feature besides the parameters of the network and the image
 * @param parameters those of the network that decide it
 * @param type how they are kept: float32 or float16
 * @param compute from images [N, 3, H, W] to features [N, ...], float32
 */
record FeatureKind(String name, String settings, Collection<NDArray> parameters, DataType type, UnaryOperator<NDArray> compute) {

    /** Of the computation itself: raise it when its results change. */
    private static final int VERSION = 2; // from 2 on, a PNG's colour profile counts

    /** Computes the hash of all that decides a feature besides the image. */
    String hash() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        DigestUtils.updateDigest(digest, String.join(" ", name, "version " + VERSION, settings, type.name()));
        parameters.forEach(array -> digest.update(array.toByteBuffer()));
        return Hex.encodeHexString(digest.digest()).substring(0, 16);
    }
}
