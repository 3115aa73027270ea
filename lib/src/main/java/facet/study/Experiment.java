package facet.study;

import facet.data.FacetException;
import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.model.weights.Weights;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Everything that decides a run's numbers, except how long it goes on: a run of 20 epochs contains the one of 10. A value: equal settings are equal
 * experiments with one id, on every processor and in every working directory.
 *
 * @param data generated, lfw, or the absolute path of a folder or CSV ({@link AbsolutePath} makes it of what a user wrote)
 * @param groups how many groups of each part are used at the most; 0 is all
 * @param size of an image's side in pixels
 * @param level the map that becomes the embedding
 * @param pooling how it becomes a vector
 * @param weights embedded, torchvision, or the absolute path of a safetensors file
 * @param learningRate of SGD
 * @param momentum of SGD
 * @param margin of the triplet loss, in units of the Euclidean distance
 * @param batch groups in a step
 * @param splitSeed of the split: with the same one, runs of other seeds are tested on the same groups
 * @param seed of the order of the groups and of the pyramid's first weights
 * @param precision of the convolutions
 * @param backbone whether it is trained, too, or only the pyramid
 */
public record Experiment(String data, int groups, int size, Level level, Pooling pooling, String weights, double learningRate,
        double momentum, double margin, int batch, long splitSeed, long seed, Precision precision, Backbone backbone) {

    /** The network halves an image five times. */
    public static final int LEAST_SIZE = 32;
    /** A picture is size * size * 3 numbers, and a batch of them has to fit the memory. */
    public static final int MOST_SIZE = 2048;

    /** The paper's settings (section 2.4) on a data set, in fp32 as the paper computes; batch, seed and pooling are ours, the paper gives none. */
    public static Experiment paper(String data) {
        return new Experiment(data, 0, 224, Level.P2, Pooling.AVERAGE, Weights.EMBEDDED, 0.001, 0.9, 1.0, 8, 42, 42,
                Precision.FP32, Backbone.TRAINED);
    }

    public Experiment {
        for (Object setting : new Object[] {data, level, pooling, weights, precision, backbone}) {
            Objects.requireNonNull(setting, "an experiment has all of its settings");
        }
        check(size >= LEAST_SIZE && size <= MOST_SIZE, "size", size, "from " + LEAST_SIZE + " to " + MOST_SIZE + " pixels");
        check(groups >= 0, "groups", groups, "0 for all, or a number of groups");
        check(batch >= 1, "batch", batch, "at least one group");
        check(learningRate > 0 && Double.isFinite(learningRate), "lr", learningRate, "a finite number above 0");
        check(momentum >= 0 && momentum < 1, "momentum", momentum, "from 0 to below 1");
        check(margin >= 0 && Double.isFinite(margin), "margin", margin, "a finite number, 0 or more");
        if (backbone == Backbone.FROZEN) {
            check(level != Level.NONE, "level", level, "P2 to P5 where the backbone is frozen: without a pyramid nothing is left to train");
            check(pooling == Pooling.AVERAGE, "pooling", pooling, "average where the backbone is frozen: other poolings see more than can be kept");
        }
    }

    private static void check(boolean right, String setting, Object value, String wanted) {
        if (!right) {
            throw new FacetException("The setting " + setting + " is " + value + "; it has to be " + wanted + ".");
        }
    }

    /** @return the same with at most so many groups of each part */
    public Experiment groups(int value) {
        return with("groups", value);
    }

    /** @return the same with images of size x size pixels */
    public Experiment size(int value) {
        return with("size", value);
    }

    /** @return the same with another map as the embedding */
    public Experiment level(Level value) {
        return with("level", value);
    }

    /** @return the same with another pooling */
    public Experiment pooling(Pooling value) {
        return with("pooling", value);
    }

    /** @return the same with another learning rate */
    public Experiment learningRate(double value) {
        return with("lr", value);
    }

    /** @return the same on another split */
    public Experiment splitSeed(long value) {
        return with("split", value);
    }

    /** @return the same with another seed, on the same split */
    public Experiment seed(long value) {
        return with("seed", value);
    }

    /** @return the same in another precision */
    public Experiment precision(Precision value) {
        return with("precision", value);
    }

    /** @return the same with a backbone that is trained, or not */
    public Experiment backbone(Backbone value) {
        return with("backbone", value);
    }

    /**
     * The same but for one setting.
     *
     * @param setting its name in {@link #settings}
     * @param value as a file or a terminal names it, such as P5 or 0.01; a Path, which a notebook gives for data or weights, becomes absolute
     * @throws FacetException for a setting or value that does not exist
     */
    public Experiment with(String setting, Object value) {
        Map<String, String> settings = settings();
        String text = value instanceof Path path ? path.toAbsolutePath().normalize().toString() : String.valueOf(value);
        if (settings.put(setting, text) == null) {
            throw new FacetException("There is no setting " + Settings.shown(setting) + "; there are " + String.join(", ", settings().keySet()) + ".");
        }
        return new Settings(settings).experiment();
    }

    /** @return its settings by name, in a fixed order */
    public Map<String, String> settings() {
        return Settings.of(this).values();
    }

    /** @return one line of every setting; two experiments are the same where these are */
    public String canonical() {
        return Settings.line(settings());
    }

    /** @return the name of its run's folder: the first 12 digits of the SHA-256 of its canonical text */
    public String id() {
        return DigestUtils.sha256Hex(canonical()).substring(0, 12);
    }
}
