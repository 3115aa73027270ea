package facet.study;

import facet.io.FacetException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The amount of work in a notebook, by the environment variable FACET_SCALE. All are fp32 everywhere, for numbers that are near the
 * committed ones, and the paper's for runs that are those of the study of that name.
 */
public enum Scale {
    /** The runs that the repository ships are read; nothing that takes minutes is trained. */
    RECORDED(generated(), Scale.DEMO_EPOCHS, "under three minutes for all notebooks: trainings are read"),
    /** A few triplets at 64 pixels: shows that every cell works, and nothing else. */
    SMOKE(Experiment.paper("generated").size(64).triplets(8), 2,
            "about three minutes for all notebooks; its numbers mean nothing"),
    /** The generated faces at 112 pixels. */
    DEMO(generated(), Scale.DEMO_EPOCHS,
            "about twelve minutes on two cores, most of it the training in 03 and 04"),
    /** The paper's own: LFW at 224 pixels, 10 epochs. */
    PAPER(Experiment.paper("lfw"), 10,
            "about four hours for two networks; it can be stopped and resumed");

    private static final int DEMO_EPOCHS = 3;

    private final Experiment experiment;
    private final int epochs;
    private final String cost;

    Scale(Experiment experiment, int epochs, String cost) {
        this.experiment = experiment;
        this.epochs = epochs;
        this.cost = cost;
    }

    /** The runs of the demo, which are also those that scale recorded shows as a reader's own. */
    private static Experiment generated() {
        return Experiment.paper("generated").size(112);
    }

    /**
     * Reads the scale from the environment; demo where none is set.
     *
     * @throws FacetException for a scale that does not exist
     */
    public static Scale current() {
        String name = System.getenv().getOrDefault("FACET_SCALE", "").strip();
        return name.isEmpty() ? DEMO : of(name);
    }

    static Scale of(String name) {
        return Arrays.stream(values()).filter(scale -> scale.toString().equals(name)).findFirst()
                .orElseThrow(() -> new FacetException("FACET_SCALE is " + name + "; it can be " + Arrays.toString(values()) + "."));
    }

    /** @return the paper's settings at this scale: its data, size and number of triplets */
    public Experiment experiment() {
        return experiment;
    }

    /** @return the epochs of the preliminary experiment at this scale; the paper's are 10 */
    public int epochs() {
        return epochs;
    }

    /** @return the seeds of a study of how results vary between seeds */
    public int seeds() {
        return this == SMOKE ? 3 : 20;
    }

    /** @return what it costs, in words */
    public String cost() {
        return cost;
    }

    /** @return its name as FACET_SCALE takes it */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
