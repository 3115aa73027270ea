package facet.train;

import ai.djl.ndarray.NDArray;
import facet.data.Triplet;
import java.util.List;

/**
 * The triplets that a step's loss is taken of.
 *
 * @param triplets in order
 * @param embeddings [3B, D]: of all anchors, then all positives, then all negatives
 */
public record StepTriplets(List<Triplet> triplets, NDArray embeddings) {

    public StepTriplets {
        triplets = List.copyOf(triplets);
    }

    /** Makes triplets without names, where names are not needed. */
    static StepTriplets unnamed(NDArray embeddings) {
        return new StepTriplets(List.of(), embeddings);
    }
}
