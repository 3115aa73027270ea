package facet.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Strides;
import facet.model.weights.Weights;
import java.nio.FloatBuffer;

/** The images and pyramid weights that golden values were computed from: formulas, so that no file is needed for them. */
public final class GoldenInput {

    private static final String[] BLOCKS = {"inner_blocks.0", "inner_blocks.1", "inner_blocks.2", "inner_blocks.3",
        "layer_blocks.0", "layer_blocks.1", "layer_blocks.2", "layer_blocks.3"};

    private GoldenInput() { }

    /** @return the batch [6, 3, size, size]; in memory as [N, H, W, C] where channelsLast. */
    public static NDArray images(NDManager manager, int size, boolean channelsLast) {
        float[] x = new float[6 * 3 * size * size];
        for (int n = 0; n < 6; n++) {
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        int at = channelsLast ? ((n * size + i) * size + j) * 3 + c : ((n * 3 + c) * size + i) * size + j;
                        x[at] = (float) (1.5 * Math.sin(0.07 * i + 0.11 * j * (c + 1) + 0.9 * n) + 0.5 * Math.cos(0.013 * i * j + n));
                    }
                }
            }
        }
        return channelsLast ? manager.create(x, new Shape(6, size, size, 3)).transpose(0, 3, 1, 2)
                : manager.create(x, new Shape(6, 3, size, size));
    }

    /** @return the network of a level, averaged, on the embedded weights, its pyramid filled by formula. */
    public static FaceEmbedder model(NDManager manager, Strides strides, Level level, boolean poolFirst) {
        return model(manager, strides, level, Pooling.AVERAGE, poolFirst);
    }

    /** @return the same with another pooling. */
    static FaceEmbedder model(NDManager manager, Strides strides, Level level, Pooling pooling, boolean poolFirst) {
        FaceEmbedder model = FaceEmbedder.builder().level(level).pooling(pooling).poolFirst(poolFirst).weights(Weights.embedded().with(strides)).build(manager);
        if (level != Level.NONE) {
            for (int b = 0; b < BLOCKS.length; b++) {
                fill(model.named().get("fpn." + BLOCKS[b] + ".0.weight"), 2 * b);
                fill(model.named().get("fpn." + BLOCKS[b] + ".0.bias"), 2 * b + 1);
            }
        }
        return model;
    }

    private static void fill(Parameter parameter, int k) {
        Shape shape = parameter.getArray().getShape();
        float[] values = new float[(int) shape.size()];
        double fanIn = shape.size() / (double) shape.get(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (shape.dimension() == 1 ? 0.01 * Math.cos(i + k) : Math.sin(0.37 * i + k) / Math.sqrt(fanIn));
        }
        Weights.copy(FloatBuffer.wrap(values), parameter);
    }
}
