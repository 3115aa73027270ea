package facet.model.net;

import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** torchvision's start of a pyramid convolution: kaiming_uniform_ with a = 1, so uniform in ±sqrt(3 / fan_in); a bias is 0. */
public final class KaimingUniform {

    private KaimingUniform() { }

    /** Draws the values of a weight [out, in, kh, kw] in row-major order; zeros for a bias [out]. */
    public static FloatBuffer fill(Shape shape, RandomGenerator random) {
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(shape.size()));
        if (shape.dimension() == 1) {
            return values;
        }
        double bound = Math.sqrt(3.0 / (shape.size() / shape.get(0)));
        while (values.hasRemaining()) {
            values.put((float) random.nextDouble(-bound, bound));
        }
        return values.flip();
    }
}
