package facet.benchmark;

import facet.io.FacetException;

/**
 * How much a benchmark does.
 *
 * @param name of its files, which git ignores
 * @param size of an image's side in pixels
 * @param repetitions of each task by each contender
 * @param batch triplets in a training step
 * @param steps training steps in a repetition
 * @param embedded images in a repetition of embedding
 * @param epochTriplets triplets of an epoch
 * @param lossSize size of the images on which the losses of both sides are compared
 * @param lossSteps steps of that comparison
 */
public record Settings(String name, int size, int repetitions, int batch, int steps, int embedded, int epochTriplets, int lossSize,
        int lossSteps) {

    public Settings {
        if (repetitions < 1) {
            throw new FacetException("--repetitions is " + repetitions + "; it has to be at least 1.");
        }
    }

    /** @return the paper's images, five repetitions */
    public static Settings full() {
        return new Settings("latest", 224, 5, 8, 3, 64, 32, 224, 30);
    }

    /** @return a look at smaller images, in a few minutes */
    public static Settings quick() {
        return new Settings("quick", 112, 3, 8, 1, 32, 8, 48, 30);
    }

    /** @return the same with images of size x size pixels; the losses stay on smaller ones where they were, never on larger ones */
    public Settings size(int value) {
        return new Settings(name, value, repetitions, batch, steps, embedded, epochTriplets, lossSize == size ? value : Math.min(lossSize, value),
                lossSteps);
    }

    /** @return the same with another number of repetitions */
    public Settings repetitions(int value) {
        return new Settings(name, size, value, batch, steps, embedded, epochTriplets, lossSize, lossSteps);
    }

    /** @return whether this is the full run, or more repetitions of it: what the page about speed may show */
    public boolean isFull() {
        return repetitions >= full().repetitions && equals(full().repetitions(repetitions));
    }
}
