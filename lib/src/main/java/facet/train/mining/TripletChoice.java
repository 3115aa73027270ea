package facet.train.mining;

import java.util.List;

/** Which triplets of a batch of people are trained on. */
@FunctionalInterface
interface TripletChoice {

    /**
     * Chooses triplets.
     *
     * @param distances of the batch's images, [N][N]; Euclidean ones and their squares choose the same
     * @param images of each person, one after the other: the first person's are 0 to images - 1
     */
    List<MinedTriplet> of(double[][] distances, int images);
}
