package facet.train;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.List;

/** The images of a step, of which its triplets are taken once their embeddings are there. */
public interface StepBatch {

    /** @return the image files, in the order in which they pass through the network */
    List<Path> images();

    /**
     * Takes the triplets.
     *
     * @param embeddings [N, D] of the images, in their order
     * @return the triplets; their embeddings belong to the manager of those given, and pass gradients back to them
     */
    StepTriplets triplets(NDArray embeddings);
}
