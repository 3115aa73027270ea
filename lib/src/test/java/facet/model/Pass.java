package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Random;

/** Random images and their way through a network, for tests. */
public final class Pass {

    /** Gives odd maps: 18, 9, 5, 3. */
    public static final int SIZE = 70;

    private Pass() { }

    public static NDArray embed(FaceEmbedder model, NDArray images) {
        return model.forward(new ParameterStore(images.getManager(), false), new NDList(images), false).singletonOrThrow();
    }

    public static NDArray images(NDManager manager, int n) {
        Random random = new Random(3);
        float[] values = new float[n * SIZE * SIZE * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return manager.create(values, new Shape(n, SIZE, SIZE, 3)).transpose(0, 3, 1, 2);
    }
}
