package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The backbone (paper section 2.1, torchvision resnet50 without avgpool and fc): [N, 3, H, W] to the four maps C2..C5 with
 * 256, 512, 1024 and 2048 channels at strides 4, 8, 16 and 32.
 */
public final class ResNet50 extends AbstractBlock {

    private static final int[] BLOCKS = {3, 4, 6, 3};

    private final Strides strides;
    private final PrecisionCast casts;
    private final ConvNorm stem;
    private final List<List<Bottleneck>> stages = new ArrayList<>();

    /** Builds the blocks; {@link facet.model.FaceEmbedder} fills them from {@link facet.model.weights.Weights}. */
    public ResNet50(Strides strides, PrecisionCast casts) {
        this.strides = strides;
        this.casts = casts;
        stem = addChildBlock("conv1", new ConvNorm(3, 64, 7, 2, casts));
        int in = 64;
        for (int stage = 0; stage < BLOCKS.length; stage++) {
            int width = 64 << stage;
            List<Bottleneck> blocks = new ArrayList<>();
            for (int i = 0; i < BLOCKS[stage]; i++) {
                // The paper gives stage 1 stride 2; the max pooling before it has halved the map already: it is 1.
                int stride = i == 0 && stage > 0 ? 2 : 1;
                blocks.add(addChildBlock("layer" + (stage + 1) + "." + i, new Bottleneck(in, width, stride, strides, casts)));
                in = width * 4;
            }
            stages.add(blocks);
        }
    }

    /** @return v1 or v1.5 */
    public Strides strides() {
        return strides;
    }

    /** @return its parameters by torchvision's names, such as layer1.0.conv1.weight */
    public Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        stem.collect("conv1", "bn1", named);
        for (int stage = 0; stage < stages.size(); stage++) {
            for (int i = 0; i < stages.get(stage).size(); i++) {
                stages.get(stage).get(i).collect("layer" + (stage + 1) + "." + i, named);
            }
        }
        return named;
    }

    /** All of its convolutions with their normalisations. */
    public List<ConvNorm> layers() {
        List<ConvNorm> layers = new ArrayList<>(List.of(stem));
        stages.forEach(stage -> stage.forEach(block -> layers.addAll(block.layers())));
        return layers;
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList maps = new NDList();
        NDArray x;
        try (NDArray images = casts.narrow(inputs.singletonOrThrow(), training);
                NDArray a = stem.applyRelu(store, images, training)) {
            x = Pool.maxPool2d(a, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        }
        for (List<Bottleneck> stage : stages) {
            for (int i = 0; i < stage.size(); i++) {
                NDArray input = x;
                x = stage.get(i).apply(store, input, training);
                if (i > 0 || maps.isEmpty()) {
                    input.close(); // the first input of a later stage is a map that is returned
                }
            }
            maps.add(x);
        }
        return maps;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        stem.initialize(manager, type, inputShapes);
        Shape[] shape = {halved(stem.getOutputShapes(inputShapes)[0])};
        for (List<Bottleneck> stage : stages) {
            for (Bottleneck block : stage) {
                block.initialize(manager, type, shape);
                shape = block.getOutputShapes(shape);
            }
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shape = {halved(stem.getOutputShapes(inputShapes)[0])};
        Shape[] maps = new Shape[stages.size()];
        for (int stage = 0; stage < maps.length; stage++) {
            for (Bottleneck block : stages.get(stage)) {
                shape = block.getOutputShapes(shape);
            }
            maps[stage] = shape[0];
        }
        return maps;
    }

    private static Shape halved(Shape map) {
        return new Shape(map.get(0), map.get(1), (map.get(2) + 1) / 2, (map.get(3) + 1) / 2);
    }
}
