package facet.train;

/**
 * How much is trained on in an epoch, step by step.
 *
 * @param units triplets, or people
 * @param images of a unit
 * @param batch units in a step; the last step may have fewer
 * @param fewest units of a step: where fewer are left for the last one, the step before takes them, too
 */
public record EpochWork(int units, int images, int batch, int fewest) {

    static final int PASSES = 3; // forward and backward

    private static final int ROLES = 3;

    /** @return an epoch of triplets */
    public static EpochWork ofTriplets(int triplets, int batch) {
        return new EpochWork(triplets, ROLES, batch, 1);
    }

    /** @return the steps */
    public int steps() {
        int whole = units / batch;
        return units % batch >= fewest ? whole + 1 : whole;
    }

    /** @return the units up to and with a step, from 1; of the step 0 none */
    public int unitsAfter(int step) {
        return step >= steps() ? units : step * batch;
    }

    /** @return the passes of an image through the network up to and with a step: one forward, and about two backward */
    long passesAfter(int step) {
        return (long) PASSES * images * unitsAfter(step);
    }
}
