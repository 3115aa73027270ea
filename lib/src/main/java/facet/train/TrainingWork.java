package facet.train;

import facet.data.TripletSplit;

/**
 * How much work a training is and how much of it is done at each of its events, in passes of an image through the network: one to measure it, three to train on it,
 * since the backward pass costs about two. Progress, the time left and the estimate before the first step all count by it.
 *
 * @param epoch what is trained on in each epoch
 * @param images measured before the first step and after each epoch
 * @param trained the last epoch that is there already; -1 where nothing is
 * @param epochs the last epoch, counted from the first on
 */
public record TrainingWork(EpochWork epoch, int images, int trained, int epochs) {

    /** Makes the work of training on triplets, so many in a step. */
    public TrainingWork(int triplets, int batch, int images, int trained, int epochs) {
        this(EpochWork.ofTriplets(triplets, batch), images, trained, epochs);
    }

    /** @return the work of training on a split and measuring its other sets */
    public static TrainingWork of(TripletSplit split, EpochWork epoch, int trained, int epochs) {
        return new TrainingWork(epoch, TripletMeasurement.images(split.measured()).size(), trained, epochs);
    }

    /** @return the steps of an epoch */
    public int steps() {
        return epoch.steps();
    }

    /** @return the steps that are left, of all epochs */
    public long stepsLeft() {
        return (long) (epochs - Math.max(0, trained)) * steps();
    }

    /** @return the images that are left to be measured; one counts after each epoch anew */
    public long imagesLeft() {
        return (long) (epochs - trained) * images;
    }

    /** @return the passes of the whole training, with what is there already */
    public long total() {
        return afterEpoch(epochs);
    }

    /** @return the passes that are left */
    public long left() {
        return total() - afterEpoch(trained);
    }

    /** @return the passes that are done when an epoch is over; 0 where none is, which is epoch -1 */
    public long afterEpoch(int number) {
        return number < 0 ? 0 : images + number * (epoch.passesAfter(steps()) + images);
    }

    /** @return the passes that are done after a step, from 1 in each epoch */
    public long afterStep(int number, int step) {
        return afterEpoch(number - 1) + epoch.passesAfter(step);
    }

    /** @return the images of a step */
    public int imagesOf(int step) {
        return epoch.images() * (epoch.unitsAfter(step) - epoch.unitsAfter(step - 1));
    }

    /** @return the passes that are done when some images have been measured after an epoch */
    public long afterImages(int number, long measured) {
        return afterEpoch(number) - images + measured;
    }

    /** @return the passes of training on some triplets once */
    public static long passes(long triplets) {
        return 3 * EpochWork.PASSES * triplets;
    }
}
