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
public final class ResNet50 extends AbstractBlock implements Body {

    /** The channels of C2. */
    static final int CHANNELS = 256;

    private static final int[] BLOCKS = {3, 4, 6, 3};

    private final Strides strides;
    private final TrainedPart part;
    private final PrecisionCast casts;
    private final ConvNorm stem;
    private final List<Stage> stages = new ArrayList<>();

    /** Builds the blocks; {@link facet.model.FaceEmbedder} fills them from {@link facet.model.weights.Weights}. */
    public ResNet50(Strides strides, TrainedPart part, PrecisionCast casts) {
        this.strides = strides;
        this.part = part;
        this.casts = casts;
        stem = addChildBlock("conv1", new ConvNorm(3, 64, 7, 2, part.norms(), casts));
        int in = 64;
        for (int stage = 0; stage < BLOCKS.length; stage++) {
            int width = 64 << stage;
            List<Bottleneck> blocks = new ArrayList<>();
            for (int i = 0; i < BLOCKS[stage]; i++) {
                // The paper gives stage 1 stride 2; the max pooling before it has halved the map already: it is 1.
                int stride = i == 0 && stage > 0 ? 2 : 1;
                blocks.add(addChildBlock("layer" + (stage + 1) + "." + i, new Bottleneck(in, width, stride, strides, part.norms(), casts)));
                in = width * 4;
            }
            stages.add(new Stage("layer" + (stage + 1), blocks));
        }
    }

    /** @return v1 or v1.5 */
    public Strides strides() {
        return strides;
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public String text() {
        return strides.text();
    }

    @Override
    public String network(Level level) {
        return level.network(Level.RESNET);
    }

    @Override
    public TrainedPart part() {
        return part;
    }

    @Override
    public ResNet50 resnet() {
        return this;
    }

    /** Stops the parameters of the part that is not trained from being trained. */
    public void freezeSpared() {
        if (part.spared() > 0) {
            stem.freezeParameters(true);
            stages.subList(0, part.spared() - 1).forEach(Stage::freeze);
        }
    }

    @Override
    public Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (int part = 0; part < TrainedPart.PARTS; part++) {
            collect(part, named);
        }
        return named;
    }

    private void collect(int part, Map<String, Parameter> into) {
        if (part == 0) {
            stem.collect("conv1", "bn1", into);
        } else {
            stages.get(part - 1).collect(into);
        }
    }

    /** @return the parameters and statistics of the part that is not trained */
    public List<Parameter> spared() {
        Map<String, Parameter> spared = new LinkedHashMap<>();
        for (int i = 0; i < part.spared(); i++) {
            collect(i, spared);
        }
        return List.copyOf(spared.values());
    }

    @Override
    public List<ConvNorm> layers() {
        List<ConvNorm> layers = new ArrayList<>(List.of(stem));
        stages.forEach(stage -> stage.layers().forEach(layers::add));
        return layers;
    }

    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return run(store, inputs.singletonOrThrow(), 0, TrainedPart.PARTS, training);
    }

    /**
     * Runs some of its five parts, the spared ones without autograd and in evaluation mode: part 0 is the stem, parts 1 to 4 are the stages.
     *
     * @param x images [N, 3, H, W] where the stem is the first, else the map of the part before; it stays the caller's
     * @param from the first part
     * @param to the part that is not run any more
     * @return the maps of the stages among them; of the stem alone, its map [N, 64, H / 4, W / 4]
     */
    public NDList run(ParameterStore store, NDArray x, int from, int to, boolean training) {
        NDList maps = new NDList();
        NDArray input = x;
        for (int i = from; i < to; i++) {
            boolean trained = training && i >= part.spared();
            try (NoGradient off = trained ? null : new NoGradient()) {
                NDArray output = i == 0 ? stem(store, input, trained) : stages.get(i - 1).apply(store, input, trained);
                if (i == 1 && from == 0) {
                    input.close(); // the stem's map, which nobody else sees
                }
                if (i > 0 || to == 1) {
                    maps.add(output);
                }
                input = output;
            }
        }
        return maps;
    }

    private NDArray stem(ParameterStore store, NDArray images, boolean training) {
        try (NDArray narrow = casts.narrow(images, training); NDArray a = stem.applyRelu(store, narrow, training)) {
            return Pool.maxPool2d(a, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
        }
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        stem.initialize(manager, type, inputShapes);
        Shape[] shape = {halved(stem.getOutputShapes(inputShapes)[0])};
        for (Stage stage : stages) {
            shape = stage.initialize(manager, type, shape);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shape = {halved(stem.getOutputShapes(inputShapes)[0])};
        Shape[] maps = new Shape[stages.size()];
        for (int stage = 0; stage < maps.length; stage++) {
            shape = stages.get(stage).outputShapes(shape);
            maps[stage] = shape[0];
        }
        return maps;
    }

    private static Shape halved(Shape map) {
        return new Shape(map.get(0), map.get(1), (map.get(2) + 1) / 2, (map.get(3) + 1) / 2);
    }
}
