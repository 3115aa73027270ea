package facet.study;

import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.util.Map;

/**
 * Everything that decides a run's numbers, except how long it goes on: a run of 20 epochs contains the one of 10. A value: equal settings are equal
 * experiments with one id, on every processor and in every working directory. A setting is added in the record that it belongs to, and nowhere else.
 *
 * @param faces what it learns from and is tested on
 * @param network what it trains
 * @param training how
 */
public record Experiment(Faces faces, Network network, Training training) {

    /** Makes an experiment with the paper's settings (section 2.4) on a data set, in fp32 as the paper computes; batch, seed and pooling are ours, the paper gives none. */
    public static Experiment paper(String data) {
        return of(Settings.STANDARD.with(Faces.DATA, data));
    }

    /** @return the experiment of these settings, each that is not among them with its standard value */
    public static Experiment of(Settings settings) {
        return new Experiment(Faces.of(settings), Network.of(settings), Training.of(settings));
    }

    public Experiment {
        faces.values().check();
        network.values().check();
        training.values().check();
        network.check(faces);
        training.objective().check(training.margin(), training.batch());
        training.descent().check();
        training.augmentation().check(network);
    }

    /** @return all of its settings */
    public Settings values() {
        return faces.values().and(network.values()).and(training.values());
    }

    /** @return the same with at most so many triplets of each part */
    public Experiment triplets(int value) {
        return with(Faces.TRIPLETS, value);
    }

    /** @return the same with images of size x size pixels */
    public Experiment size(int value) {
        return with(Faces.SIZE, value);
    }

    /** @return the same with another map as the embedding */
    public Experiment level(Level value) {
        return with(Network.LEVEL, value);
    }

    /** @return the same with another pooling */
    public Experiment pooling(Pooling value) {
        return with(Network.POOLING, value);
    }

    /** @return the same with another learning rate */
    public Experiment learningRate(double value) {
        return with(Training.LEARNING_RATE, value);
    }

    /** @return the same on another split */
    public Experiment splitSeed(long value) {
        return with(Faces.SPLIT_SEED, value);
    }

    /** @return the same with another seed, on the same split */
    public Experiment seed(long value) {
        return with(Training.SEED, value);
    }

    /** @return the same in another precision */
    public Experiment precision(Precision value) {
        return with(Network.PRECISION, value);
    }

    /** @return the same with a backbone that is trained, or not */
    public Experiment backbone(Backbone value) {
        return with(Network.BACKBONE, value);
    }

    private <T> Experiment with(Setting<T> setting, T value) {
        return of(values().with(setting, value));
    }

    /**
     * Makes the same experiment but for one setting.
     *
     * @param setting its name in {@link #settings}, or that of one which came later
     * @param value itself, or its text as a file or a terminal has it, such as P5 or 0.01; a Path, which a notebook gives for data or weights, becomes absolute
     * @throws facet.io.FacetException for a setting or value that does not exist
     */
    public Experiment with(String setting, Object value) {
        return of(values().with(setting, value));
    }

    /** @return the settings that it is known by, as text and in a fixed order */
    public Map<String, String> settings() {
        return Settings.texts(values().written());
    }

    /** @return those in one line; two experiments are the same where these are */
    public String canonical() {
        return values().canonical();
    }

    /** @return the name of its run's folder: the first 12 digits of the SHA-256 of its canonical text */
    public String id() {
        return values().id();
    }
}
