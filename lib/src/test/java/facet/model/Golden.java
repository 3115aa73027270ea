package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reference values of torch and torchvision, and the formulas of their input (see golden/README.md among the test resources).
 * The system property facet.golden names another such file; its size and strides stand in its name.
 */
public record Golden(NDList values, int size, Strides strides) implements AutoCloseable {

    private static final String COMMITTED = "resnet50-fpn-112-v1.npz";
    private static final Pattern NAME = Pattern.compile("resnet50-fpn-(\\d+)-v(1|1\\.5)\\.npz");

    /** Opens the committed file, or the one that the option names. */
    public static Golden open(NDManager manager) throws IOException {
        String option = System.getProperty("facet.golden", "");
        Path other = option.isBlank() ? null : Path.of(option);
        Matcher name = NAME.matcher(other == null ? COMMITTED : other.getFileName().toString());
        if (!name.matches()) {
            throw new IOException("A golden file is named resnet50-fpn-SIZE-STRIDES.npz, such as " + COMMITTED + ", not " + option);
        }
        try (InputStream in = other == null ? Golden.class.getResourceAsStream("/golden/" + COMMITTED) : Files.newInputStream(other)) {
            return new Golden(NDList.decode(manager, in), Integer.parseInt(name.group(1)),
                    name.group(2).equals("1") ? Strides.V1 : Strides.V1_5);
        }
    }

    /** The numbers of an array, in row-major order. */
    public double[] get(String name) {
        NDArray array = values.get(name);
        double[] numbers = new double[(int) array.size()];
        Number[] read = array.toArray();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = read[i].doubleValue();
        }
        return numbers;
    }

    /** The batch [6, 3, size, size]; in memory as [N, H, W, C] where channelsLast. */
    public NDArray images(NDManager manager, boolean channelsLast) {
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

    /** The network of a level on the embedded weights, its pyramid filled by formula. */
    public FaceEmbedder model(NDManager manager, Level level) {
        FaceEmbedder model = FaceEmbedder.builder().level(level).weights(Weights.embedded().with(strides)).build(manager);
        if (level != Level.NONE) {
            String[] blocks = {"inner_blocks.0", "inner_blocks.1", "inner_blocks.2", "inner_blocks.3",
                "layer_blocks.0", "layer_blocks.1", "layer_blocks.2", "layer_blocks.3"};
            for (int b = 0; b < blocks.length; b++) {
                fill(model.named().get("fpn." + blocks[b] + ".0.weight"), 2 * b);
                fill(model.named().get("fpn." + blocks[b] + ".0.bias"), 2 * b + 1);
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
        try (NDArray source = parameter.getArray().getManager().create(values, shape)) {
            source.copyTo(parameter.getArray());
        }
    }

    /** The relative error ||ours - theirs|| / ||theirs||. */
    public double error(String name, NDArray ours) {
        double[] theirs = get(name);
        float[] mine = ours.toFloatArray();
        if (mine.length != theirs.length) {
            throw new IllegalArgumentException(name + " has " + theirs.length + " numbers, ours " + mine.length);
        }
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < mine.length; i++) {
            difference += (mine[i] - theirs[i]) * (mine[i] - theirs[i]);
            norm += theirs[i] * theirs[i];
        }
        return Math.sqrt(difference / norm);
    }

    @Override
    public void close() {
        values.close();
    }
}
