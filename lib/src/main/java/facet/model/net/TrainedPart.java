package facet.model.net;

import facet.io.FacetException;

/**
 * Which part of the backbone training changes.
 *
 * @param stages how many of its five parts are trained, counted from the top, as torchvision's trainable_layers: 5 is all, 4 spares the stem (conv1 and bn1), 3 the
 *     stem and layer1, 0 is a frozen backbone. What is spared is not differentiated; its normalisations use and keep their running statistics
 * @param norms what happens to the normalisations of the trained stages
 */
public record TrainedPart(int stages, Norms norms) {

    /** The stem and layer1 to layer4. */
    public static final int PARTS = 5;
    /** The whole backbone, as in the paper. */
    public static final TrainedPart ALL = new TrainedPart(PARTS, Norms.BATCH);

    /** @throws FacetException where there are not so many stages */
    public TrainedPart {
        if (stages < 0 || stages > PARTS) {
            throw new FacetException("The number of trained stages is " + stages + "; it has to be from 0, a frozen backbone, to " + PARTS + ", the whole one.");
        }
    }

    /** @return how many parts are spared, from the stem on: 0 to 5 */
    public int spared() {
        return PARTS - stages;
    }
}
