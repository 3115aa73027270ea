package facet.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import facet.io.FacetException;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.model.net.NoGradient;
import facet.model.net.Strides;
import facet.train.TripletLoss;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reference values of torch and torchvision in a file, and the formulas of their input (lib/src/test/resources/golden/README.md).
 *
 * @param values by the names of the file
 * @param size of the images
 * @param strides of the network
 */
public record Golden(NDList values, int size, Strides strides) implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("resnet50-fpn-(\\d+)-v(1|1[._]?5)\\.npz");

    /**
     * Reads a file whose name says its size and strides.
     *
     * @throws FacetException where the name or the file is another one
     */
    public static Golden open(NDManager manager, Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new FacetException("A golden file is named resnet50-fpn-SIZE-vSTRIDES.npz, such as resnet50-fpn-112-v1.npz, not " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Golden(NDList.decode(manager, in), Integer.parseInt(name.group(1)),
                    name.group(2).equals("1") ? Strides.V1 : Strides.V1_5);
        } catch (IOException e) {
            throw new FacetException("Can't read the golden file " + file + ".", e);
        }
    }

    /** @return the numbers of an array, in row-major order. */
    public double[] get(String name) {
        NDArray array = values.get(name);
        double[] numbers = new double[(int) array.size()];
        Number[] read = array.toArray();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = read[i].doubleValue();
        }
        return numbers;
    }

    /** @return the batch [6, 3, size, size]; in memory as [N, H, W, C] where channelsLast */
    public NDArray images(NDManager manager, boolean channelsLast) {
        return GoldenInput.images(manager, size, channelsLast);
    }

    /** @return the network of a level on the embedded weights, its pyramid filled by formula */
    public FaceEmbedder model(NDManager manager, Level level, boolean poolFirst) {
        return GoldenInput.model(manager, strides, level, poolFirst);
    }

    /** @return the relative error of pooled maps, their corners, embeddings and loss in evaluation mode, by the names of the file;
     * with a network that averages before its pyramid, or after it */
    public Map<String, Double> evaluationErrors(NDManager manager, boolean poolFirst) {
        Map<String, Double> errors = new LinkedHashMap<>();
        try (NDManager pass = manager.newSubManager(); NoGradient off = new NoGradient()) {
            ParameterStore store = new ParameterStore(pass, false);
            NDList images = new NDList(images(pass, true));
            for (Level level : Level.values()) {
                try (FaceEmbedder model = model(pass, level, poolFirst)) {
                    if (level == Level.NONE) {
                        NDList maps = model.resnet().forward(store, images, false);
                        for (int i = 0; i < 4; i++) {
                            errors.put("eval_C" + (i + 2) + "_gap", error("eval_C" + (i + 2) + "_gap", Pool.globalAvgPool2d(maps.get(i))));
                            errors.put("eval_C" + (i + 2) + "_head",
                                    error("eval_C" + (i + 2) + "_head", maps.get(i).get(":, :4, :4, :4")));
                        }
                    }
                    NDList embeddings = model.forward(store, images, false);
                    String name = "eval_embedding_" + (level == Level.NONE ? "none" : level.name());
                    errors.put(name, error(name, embeddings.head()));
                    if (level == Level.P2) {
                        errors.put("eval_loss_P2", error("eval_loss_P2", new TripletLoss(1).evaluate(new NDList(), embeddings)));
                    }
                }
            }
        }
        return errors;
    }

    /** @return the relative error ||ours - theirs|| / ||theirs|| */
    public double error(String name, NDArray ours) {
        double[] theirs = get(name);
        Number[] mine = ours.toArray();
        if (mine.length != theirs.length) {
            throw new IllegalArgumentException(name + " has " + theirs.length + " numbers, ours " + mine.length);
        }
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < mine.length; i++) {
            difference += Math.pow(mine[i].doubleValue() - theirs[i], 2);
            norm += theirs[i] * theirs[i];
        }
        return Math.sqrt(difference / norm);
    }

    @Override
    public void close() {
        values.close();
    }
}
