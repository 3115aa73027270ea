package facet.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.model.net.Body;
import facet.model.net.Head;
import facet.model.net.KaimingUniform;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.model.net.PrecisionCast;
import facet.model.weights.Weights;
import java.util.SplittableRandom;

/** Builds a {@link FaceEmbedder} on a backbone that comes with its parameters and is not trained: a pyramid, or without one a linear layer. */
public final class GivenBackbone {

    private GivenBackbone() { }

    /**
     * Builds the network, in fp32 and with average pooling. What stands on the backbone starts as torchvision's pyramid does: Kaiming uniform with a = 1, biases 0.
     *
     * @param body which the network closes
     * @param level of the pyramid; NONE is a linear layer on C5
     * @param seed draws the start
     * @return its arrays are alive as long as the manager or until it is closed
     */
    public static FaceEmbedder build(NDManager manager, Body body, Level level, long seed) {
        return build(manager, body, level, false, seed);
    }

    /** Builds the same network, whose embeddings get length 1 where that is asked for. */
    public static FaceEmbedder build(NDManager manager, Body body, Level level, boolean normalize, long seed) {
        PrecisionCast casts = PrecisionCast.of(Precision.FP32, manager);
        FaceEmbedder embedder = new FaceEmbedder(level, Precision.FP32, new ForwardPass(body, Head.of(level, body.channels(), casts), Pooling.AVERAGE, true, normalize, casts));
        SplittableRandom random = new SplittableRandom(seed);
        try {
            embedder.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 224, 224));
            embedder.named().values().forEach(parameter -> Weights.copy(KaimingUniform.fill(parameter.getArray().getShape(), random), parameter));
            return embedder;
        } catch (RuntimeException e) {
            embedder.close(); // or its arrays would stay with the manager
            throw e;
        }
    }
}
