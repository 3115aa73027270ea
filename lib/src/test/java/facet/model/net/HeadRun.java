package facet.model.net;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.model.weights.Weights;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One forward and backward pass of a pyramid on random maps, for comparisons of two ways to compute the same. */
final class HeadRun {

    private HeadRun() { }

    /** From the maps C2..C5 to embeddings [N, D]. */
    interface Way {
        NDArray embed(FeaturePyramid pyramid, ParameterStore store, NDList maps);
    }

    /** Computes the embeddings, then the gradients of each map and of each trained parameter. */
    static List<float[]> of(FeaturePyramid pyramid, NDList maps, Way way, Runnable beforeBackward) {
        List<float[]> results = new ArrayList<>();
        try (NDManager step = maps.getManager().newSubManager(); GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray embeddings = way.embed(pyramid, new ParameterStore(step, false), maps);
            results.add(embeddings.toFloatArray());
            NDArray direction = step.create(values(embeddings.getShape(), new Random(9)), embeddings.getShape());
            beforeBackward.run();
            gradients.backward(embeddings.mul(direction).sum());
        }
        List<NDArray> trained = new ArrayList<>(maps);
        pyramid.named().values().stream().filter(Parameter::requiresGradient).forEach(parameter -> trained.add(parameter.getArray()));
        for (NDArray array : trained) {
            results.add(array.getGradient().toFloatArray());
            JniUtils.zeroGrad((PtNDArray) array);
        }
        return results;
    }

    /** Makes random maps C2..C5 of two images, each half as high and wide as the one before. */
    static NDList maps(NDManager manager, int height, int width, long channels, Random random) {
        NDList maps = new NDList();
        int h = height;
        int w = width;
        for (int level = 0; level < 4; level++) {
            Shape shape = new Shape(2, channels << level, h, w);
            NDArray map = manager.create(values(shape, random), shape);
            map.setRequiresGradient(true);
            maps.add(map);
            h = (h + 1) / 2;
            w = (w + 1) / 2;
        }
        return maps;
    }

    /** Gives a parameter random numbers; a bias, too. */
    static void fill(Parameter parameter, Random random) {
        Weights.copy(FloatBuffer.wrap(values(parameter.getArray().getShape(), random)), parameter);
    }

    /** Has Java collect its garbage, and uses the memory that it gives back for something else: arrays of shares of pooled windows, and of a grid's. */
    static void overwriteFreeMemory() {
        List<ByteBuffer> taken = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            System.gc();
            try {
                Thread.sleep(50); // the buffers are given back on another thread
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            for (int side = 28; side > 3; side = (side + 1) / 2) {
                for (int i = 0; i < 200; i++) {
                    taken.add(overwritten(4 * PyramidTaps.TAPS * side * side));
                    taken.add(overwritten(4 * 3 * GridFields.of(side).count() * side));
                }
            }
        }
    }

    private static ByteBuffer overwritten(int bytes) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0x7f);
        }
        return buffer;
    }

    private static float[] values(Shape shape, Random random) {
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
